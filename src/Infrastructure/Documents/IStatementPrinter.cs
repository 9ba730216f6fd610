namespace Exams.Infrastructure.Documents;

/// <summary>Prints statements of entry: one PDF with exactly one page per candidate, and a ZIP with one single-page PDF per candidate.</summary>
public interface IStatementPrinter
{
    /// <summary>Prints the run in the order given, under the same promises as <see cref="ISheetPrinter.PrintAsync"/>.</summary>
    /// <param name="run">What to print. Candidate numbers must be unique in it.</param>
    /// <param name="pdf">Receives the PDF.</param>
    /// <param name="zip">Receives the ZIP.</param>
    /// <param name="progress">Told the number of pages that are finished in both documents.</param>
    /// <param name="cancellationToken">Stops at the next page.</param>
    /// <returns>How many pages there are, and what was odd about some of them.</returns>
    /// <exception cref="SheetsMustWaitException">This machine lacks a library or the font for a name's script. Print again later.</exception>
    /// <exception cref="IOException">A stream refused to be written.</exception>
    Task<PrintedSheets> PrintAsync(
        StatementRun run, Stream pdf, Stream zip, IProgress<int>? progress = null, CancellationToken cancellationToken = default);
}

/// <summary>One printing of a centre's statements.</summary>
/// <param name="Title">The document's title, shown by viewers.</param>
/// <param name="At">The instant written into the documents as their date.</param>
/// <param name="Statements">The pages, read once and in order.</param>
public sealed record StatementRun(string Title, DateTimeOffset At, IAsyncEnumerable<Statement> Statements);
