using System.Text;

namespace Exams.Rehearsal;

/// <summary>Looks for printed passwords in every file that the service wrote. Clear text is found in UTF-8 and in UTF-16, with and without hyphens.</summary>
public static class ClearTextScan
{
    public static async Task RunAsync(string papers, IEnumerable<string> places, TextWriter log)
    {
        var passwords = new HashSet<string>();
        foreach (var pdf in Directory.EnumerateFiles(papers, "*.pdf"))
        {
            passwords.UnionWith((await Sheets.ReadAsync(pdf)).Select(sheet => sheet.Password));
        }

        var files = places.SelectMany(place => Directory.Exists(place) ? Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories) : [place]).ToList();
        long bytes = 0;
        foreach (var file in files)
        {
            var content = await File.ReadAllBytesAsync(file);
            bytes += content.Length;
            if (Find(content, passwords) is { } found)
            {
                throw new RehearsalException($"{file} holds a password in the clear (it begins with {found[..4]})");
            }
        }

        log.WriteLine($"scanned {files.Count} files, {bytes:N0} bytes: none of {passwords.Count} passwords in the clear");
    }

    // All passwords have the same shape, so one pass over the bytes with a set of prefixes is enough for thousands of them.
    private static string? Find(byte[] content, HashSet<string> passwords)
    {
        var spellings = passwords.SelectMany(password => new[] { password, password.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) }).ToList();
        var patterns = spellings.SelectMany(text => new[] { Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text) })
            .GroupBy(pattern => BitConverter.ToInt64(pattern)).ToDictionary(group => group.Key, group => group.ToList());
        for (var i = 0; i + 16 <= content.Length; i++)
        {
            if (patterns.TryGetValue(BitConverter.ToInt64(content, i), out var candidates))
            {
                foreach (var pattern in candidates)
                {
                    if (content.AsSpan(i).StartsWith(pattern))
                    {
                        return Encoding.UTF8.GetString(pattern).Replace("\0", "", StringComparison.Ordinal);
                    }
                }
            }
        }

        return null;
    }
}
