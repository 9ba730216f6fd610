using System.Diagnostics;

namespace Exams.Infrastructure.Tests.Documents;

/// <summary>Reads printed documents back with tools that are not ours.</summary>
internal static class Paper
{
    public static bool Has(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));

    public static int Pages(byte[] pdf)
    {
        var line = Run("pdfinfo", pdf, file => [file]).Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal));
        return int.Parse(line["Pages:".Length..], System.Globalization.CultureInfo.InvariantCulture);
    }

    public static string Info(byte[] pdf) => Run("pdfinfo", pdf, file => [file]);

    /// <summary>The text of each page, as one line with single spaces.</summary>
    public static string[] Texts(byte[] pdf)
    {
        var text = Run("pdftotext", pdf, file => ["-enc", "UTF-8", file, "-"]);
        return [.. text.Split('\f', StringSplitOptions.RemoveEmptyEntries)
            .Select(page => string.Join(' ', page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
    }

    /// <summary>A page as drawn at 72 dots an inch, as text that can be compared.</summary>
    public static string Picture(byte[] pdf, int page)
    {
        var folder = Directory.CreateTempSubdirectory("exams-picture-");
        try
        {
            Run("pdftoppm", pdf, file => ["-r", "72", "-f", $"{page}", "-l", $"{page}", "-singlefile", "-png", file, Path.Combine(folder.FullName, "page")]);
            return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.FullName, "page.png"))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static string Run(string tool, byte[] document, Func<string, IEnumerable<string>> arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, document);
            using var process = Process.Start(new ProcessStartInfo(tool, arguments(file))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.Should().Be(0, errors.Result);
            errors.Result.Should().BeEmpty("a reader that complains has found something wrong");
            return output;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
