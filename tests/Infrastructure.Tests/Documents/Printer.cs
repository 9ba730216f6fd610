using System.Runtime.CompilerServices;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;

namespace Exams.Infrastructure.Tests.Documents;

/// <summary>Sheets and a printer for tests, on the machine's real libraries and fonts.</summary>
internal static class Printer
{
    public static readonly DateTimeOffset At = new(2026, 7, 31, 9, 30, 0, TimeSpan.Zero);

    public static string? FontsFolder { get; } =
        DocumentsOptions.FindFonts(Environment.GetEnvironmentVariable("EXAMS_FONTS"), AppContext.BaseDirectory);

    public static PrintingCheck Check { get; } = new(new DocumentsOptions { DataFolder = Path.GetTempPath(), FontsFolder = FontsFolder });

    /// <summary>Skips the test, with the reason, where the machine cannot print or read back.</summary>
    public static void Demand(params string[] tools)
    {
        Assert.SkipUnless(Check.Health.CanPrint && Check.Health.Missing.Count == 0, string.Join(' ', Check.Health.Missing));
        foreach (var tool in tools)
            Assert.SkipUnless(Paper.Has(tool), $"{tool} is not installed (poppler-utils)");
    }

    public static Sheet Sheet(int number, string name = "Anna Smith", Wording wording = Wording.EnGb) => new()
    {
        CentreNumber = "US123",
        CentreName = "Ida S. Baker High School",
        Series = "June 2026",
        CandidateNumber = $"{number:0000}",
        CandidateName = name,
        Username = $"kestrel-{number:0000}-marsh",
        Password = new Secret(Password(number)),
        Issue = 1,
        Releases =
        [
            new SheetRelease(["Cambridge IGCSE", "Cambridge International AS & A Level"],
                wording == Wording.EnUs ? "Tuesday, August 11, 2026 at 1:00 AM" : "Tuesday 11 August 2026 at 01:00",
                "New York time, UTC-04:00"),
        ],
        SignInAddress = "https://results.example.org",
        Contact = new SheetContact("Nora O'Brien", "+1 239 555 0147", "exams@school.example"),
        Wording = wording,
    };

    public static string Password(int number)
    {
        const string letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
        var text = new char[19];
        var state = (ulong)(number + 1) * 0x9E3779B97F4A7C15;
        for (var i = 0; i < text.Length; i++)
        {
            state = (state ^ (state >> 29)) * 0xBF58476D1CE4E5B9;
            text[i] = i % 5 == 4 ? '-' : letters[(int)(state % (ulong)letters.Length)];
        }

        return new string(text);
    }

    public static async IAsyncEnumerable<Sheet> Stream(
        IEnumerable<Sheet> sheets, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var sheet in sheets)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return sheet;
        }
    }

    public static async Task<(byte[] Pdf, byte[] Zip, PrintedSheets Printed)> Print(params IEnumerable<Sheet> sheets)
    {
        using var pdf = new MemoryStream();
        using var zip = new MemoryStream();
        var printed = await new SheetPrinter(Check).PrintAsync(
            new PrintRun("US123, June 2026", At, Stream(sheets)), pdf, zip, cancellationToken: TestContext.Current.CancellationToken);
        return (pdf.ToArray(), zip.ToArray(), printed);
    }
}
