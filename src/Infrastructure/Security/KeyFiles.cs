using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Exams.Infrastructure.Security;

/// <summary>The folder of keys: one file per version, <c>0001.key</c>, 64 hexadecimal digits.</summary>
internal sealed partial class KeyFiles
{
    private const int KeyBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly string _folder;

    public KeyFiles(string folder, string dataFolder)
    {
        _folder = Real(folder);
        var data = Real(dataFolder);
        if (Contains(data, _folder) || Contains(_folder, data))
            throw new KeyRingException($"The keys ({_folder}) and the data ({data}) may not lie in one another: a copy of the data would carry its own keys. Set EXAMS_KEYS to another folder.");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(_folder);
        else
            Directory.CreateDirectory(_folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    public Dictionary<int, byte[]> Read()
    {
        var keys = new Dictionary<int, byte[]>();
        foreach (var path in Directory.EnumerateFiles(_folder, "*.key"))
        {
            var name = KeyFileName().Match(Path.GetFileName(path));
            if (!name.Success)
                continue;
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
                throw new KeyRingException($"Others may read {path}. Make it readable by its owner alone (chmod 600) and consider the key known.");
            keys[int.Parse(name.Groups[1].ValueSpan, CultureInfo.InvariantCulture)] = ReadKey(path);
        }

        return keys;
    }

    /// <summary>Writes a version that is not there yet; when another process was quicker, its key stands.</summary>
    public void Write(int version, IDice dice)
    {
        var key = new byte[KeyBytes];
        dice.Fill(key);
        var mark = new byte[8];
        dice.Fill(mark);
        var draft = Path.Combine(_folder, $"{Convert.ToHexStringLower(mark)}.tmp");
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(draft, how))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key)));
            file.Flush(flushToDisk: true);
        }

        CryptographicOperations.ZeroMemory(key);
        var target = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{version:0000}.key"));
        try
        {
            File.Move(draft, target, overwrite: false);
        }
        catch (IOException) when (File.Exists(target))
        {
            File.Delete(draft);
        }
    }

    private static byte[] ReadKey(string path)
    {
        var text = File.ReadAllText(path).Trim();
        if (text.Length != KeyBytes * 2 || !text.All(char.IsAsciiHexDigit))
            throw new KeyRingException($"{path} is not a key: 64 hexadecimal digits are expected. Restore it from the copy of the keys.");
        return Convert.FromHexString(text);
    }

    // A link into the data folder is as bad as the folder itself.
    private static string Real(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var above = Path.GetDirectoryName(full);
        if (above is null)
            return full;
        var here = Path.Combine(Real(above), Path.GetFileName(full));
        return Directory.Exists(here) && Directory.ResolveLinkTarget(here, returnFinalTarget: true) is { } target
            ? Path.TrimEndingDirectorySeparator(target.FullName)
            : here;
    }

    private static bool Contains(string outer, string inner) =>
        string.Equals(outer, inner, StringComparison.Ordinal)
        || inner.StartsWith(Path.EndsInDirectorySeparator(outer) ? outer : outer + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    [GeneratedRegex("^([0-9]{4,9})\\.key$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyFileName();
}
