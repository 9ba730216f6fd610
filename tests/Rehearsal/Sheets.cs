using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Exams.Rehearsal;

/// <summary>What a printed page says, read as a candidate would: by its text.</summary>
public sealed record PrintedSheet(string Candidate, string Username, string Password, string Text);

/// <summary>Reads sheets with poppler's own programs, which know nothing of us.</summary>
public static partial class Sheets
{
    public static bool CanRead => Exists("pdftotext") && Exists("pdfinfo");

    public static async Task<int> PageCountAsync(string pdf)
    {
        var pages = PageCount().Match(await RunAsync("pdfinfo", pdf));
        return pages.Success ? int.Parse(pages.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
            : throw new RehearsalException("pdfinfo found no pages.");
    }

    public static async Task<IReadOnlyList<PrintedSheet>> ReadAsync(string pdf)
    {
        var text = await RunAsync("pdftotext", "-layout", "-enc", "UTF-8", pdf, "-");
        return [.. text.Split('\f').Where(page => page.Trim().Length > 0).Select(Read)];
    }

    public static IReadOnlyList<string> Entries(string zip)
    {
        using var archive = ZipFile.OpenRead(zip);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    private static PrintedSheet Read(string page)
    {
        string Find(Regex pattern, string what) => pattern.Match(page) is { Success: true } found
            ? found.Groups[1].Value.Trim()
            : throw new RehearsalException($"A page has no {what}:\n{page}");
        return new PrintedSheet(Find(CandidateNumber(), "candidate number"), Find(Username(), "username"), Find(Password(), "password"), page);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? text : throw new RehearsalException($"{program} failed with {process.ExitCode}.");
    }

    private static bool Exists(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    [GeneratedRegex(@"^Pages:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex PageCount();

    [GeneratedRegex(@"number *\n[\s\S]*?\b(\d{4}) *\n")]
    private static partial Regex CandidateNumber();

    [GeneratedRegex(@"\b([A-Z0-9]{5}-[A-Z0-9]{5})\b")]
    private static partial Regex Username();

    [GeneratedRegex(@"\b([A-Z0-9]{4}(?:-[A-Z0-9]{4}){3})\b")]
    private static partial Regex Password();
}
