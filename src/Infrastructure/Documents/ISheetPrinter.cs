namespace Exams.Infrastructure.Documents;

/// <summary>Prints candidates' sheets: one PDF with exactly one page per sheet, and a ZIP with one single-page PDF per sheet.</summary>
public interface ISheetPrinter
{
    /// <summary>Prints the run in the order given. Memory does not grow with the number of sheets; both streams are written as pages
    /// leave. The same run gives the same bytes on the same machine.</summary>
    /// <param name="run">What to print. Candidate numbers must be unique in it.</param>
    /// <param name="pdf">Receives the PDF; written from a worker thread, synchronously; neither flushed to disk nor closed.</param>
    /// <param name="zip">Receives the ZIP; entries are stored, named by candidate number (<c>0001.pdf</c>), never by a person.</param>
    /// <param name="progress">Told the number of sheets that are finished in both documents; after every few sheets, from a worker thread.</param>
    /// <param name="cancellationToken">Stops at the next page; the streams then hold fragments that the caller discards.</param>
    /// <returns>How many pages there are, and what was odd about some of them.</returns>
    /// <exception cref="SheetsMustWaitException">This machine lacks a library or the font for a name's script. Print again later.</exception>
    /// <exception cref="IOException">A stream refused to be written.</exception>
    Task<PrintedSheets> PrintAsync(
        PrintRun run, Stream pdf, Stream zip, IProgress<int>? progress = null, CancellationToken cancellationToken = default);
}

/// <summary>One printing of a centre's sheets.</summary>
/// <param name="Title">The document's title, shown by viewers, such as "US123, June 2026".</param>
/// <param name="At">The instant written into the documents as their date. It alone decides: a rerun with the same instant gives the same bytes.</param>
/// <param name="Sheets">The pages, read once and in order, a few ahead of the printer.</param>
public sealed record PrintRun(string Title, DateTimeOffset At, IAsyncEnumerable<Sheet> Sheets);

/// <summary>What came of a run.</summary>
/// <param name="Pages">Pages in the PDF and entries in the ZIP.</param>
/// <param name="Remarks">Sheets that somebody should look at, the first 100 of them; usually empty.</param>
public sealed record PrintedSheets(int Pages, IReadOnlyList<SheetRemark> Remarks);

/// <summary>Something about one sheet that printing could not do as asked.</summary>
/// <param name="CandidateNumber">Whose sheet.</param>
/// <param name="Fault">What about it.</param>
public sealed record SheetRemark(string CandidateNumber, SheetFault Fault);

/// <summary>What may be odd about a printed sheet.</summary>
public enum SheetFault
{
    /// <summary>The name held control, bidirectional-override or unassigned characters, or heaps of combining marks; they were replaced.</summary>
    CharactersReplaced,

    /// <summary>The fonts have no shape for a letter of the name; a box stands in its place.</summary>
    LettersMissing,

    /// <summary>The name did not fit two lines at the smallest size and ends in an ellipsis.</summary>
    NameShortened,

    /// <summary>There were more release lines than one page can hold; the last are left out.</summary>
    ReleasesShortened,

    /// <summary>There were more entries or exams than one page can hold; the page says how many are left out.</summary>
    EntriesShortened,
}
