using System.IO.Compression;
using System.Text;
using Exams.Infrastructure.Documents;

namespace Exams.World;

/// <summary>Prints sheets as lines of plain text, for tests of everything around the printing. It can be told to wait for, or to fail at,
/// a page.</summary>
public sealed class PlainPrinter : ISheetPrinter, IStatementPrinter
{
    /// <summary>Called with the number of pages finished, after each page.</summary>
    public Func<int, Task> AfterPage { get; set; } = _ => Task.CompletedTask;

    /// <summary>How often a run was begun.</summary>
    public int Runs { get; private set; }

    public Task<PrintedSheets> PrintAsync(
        PrintRun run, Stream pdf, Stream zip, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        PrintAsync(run.Sheets, sheet => (sheet.CandidateNumber, Line(sheet)), pdf, zip, progress, cancellationToken);

    public Task<PrintedSheets> PrintAsync(
        StatementRun run, Stream pdf, Stream zip, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        PrintAsync(run.Statements, statement => (statement.CandidateNumber, Line(statement)), pdf, zip, progress, cancellationToken);

    private async Task<PrintedSheets> PrintAsync<T>(
        IAsyncEnumerable<T> items, Func<T, (string Number, string Line)> say, Stream pdf, Stream zip, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        Runs++;
        var pages = 0;
        await using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            var (number, said) = say(item);
            var line = Encoding.UTF8.GetBytes(said);
            pdf.Write(line);
            await using (var entry = await archive.CreateEntry($"{number}.pdf", CompressionLevel.NoCompression).OpenAsync(cancellationToken))
                await entry.WriteAsync(line, cancellationToken);
            progress?.Report(++pages);
            await AfterPage(pages);
        }

        return new PrintedSheets(pages, []);
    }

    private static string Line(Sheet sheet) => string.Join('|', [
        sheet.CentreNumber, sheet.CandidateNumber, sheet.CandidateName, sheet.Username, sheet.Password.Reveal(), $"{sheet.Issue}",
        sheet.Contact.Name, sheet.Contact.Telephone, sheet.Contact.Email,
        .. sheet.Releases.Select(release => $"{string.Join('+', release.Qualifications)} {release.When} {release.Zone}"),
    ]) + "\n";

    private static string Line(Statement statement) => string.Join('|', [
        statement.CentreNumber, statement.CandidateNumber, statement.CandidateName, statement.DateOfBirth, statement.Gender, statement.Uci,
        .. statement.Entries.Select(entry => $"{entry.Syllabus} {entry.Option} [{entry.Components}] {entry.Remarks}".TrimEnd()),
        .. statement.Exams.Select(exam => $"{exam.When} {exam.What} {exam.Length}"),
    ]) + "\n";
}
