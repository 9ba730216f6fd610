using Exams.Infrastructure.Documents.Pages;
using Exams.Infrastructure.Documents.Texts;

namespace Exams.Infrastructure.Documents;

/// <summary>Prints sheets and statements of entry through Pango and Cairo.</summary>
/// <param name="check">Knows what this machine can print.</param>
public sealed class SheetPrinter(PrintingCheck check) : ISheetPrinter, IStatementPrinter
{
    // A batch is long enough to make handing over cheap and short enough that few pages are in memory.
    private const int BatchSize = 8;

    // Compiling templates takes a tenth of a second of processor time, which the start of the service does not have.
    private readonly Lazy<SheetTexts> _texts = new(() => new SheetTexts());
    private readonly Lazy<StatementTexts> _statementTexts = new(() => new StatementTexts());

    /// <inheritdoc/>
    public Task<PrintedSheets> PrintAsync(
        PrintRun run, Stream pdf, Stream zip, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var preparation = new Lazy<SheetPreparation>(() => new SheetPreparation(_texts.Value));
        return PrintAsync(run.Title, run.At, run.Sheets, sheet => preparation.Value.Prepare(sheet), pdf, zip, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<PrintedSheets> PrintAsync(
        StatementRun run, Stream pdf, Stream zip, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var preparation = new Lazy<StatementPreparation>(() => new StatementPreparation(_statementTexts.Value));
        return PrintAsync(run.Title, run.At, run.Statements, statement => preparation.Value.Prepare(statement), pdf, zip, progress, cancellationToken);
    }

    private async Task<PrintedSheets> PrintAsync<T>(
        string title, DateTimeOffset at, IAsyncEnumerable<T> items, Func<T, IPage> prepare, Stream pdf, Stream zip, IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        var health = check.Health;
        if (!health.CanPrint)
            throw new SheetsMustWaitException(string.Join(' ', health.Missing));
        using var line = new PrintLine(check, title, at, pdf, zip, progress, cancellationToken);
        await line.FeedAsync(Batches(items, prepare, line.Token));
        return await line.FinishAsync();
    }

    private static async IAsyncEnumerable<Batch> Batches<T>(
        IAsyncEnumerable<T> items, Func<T, IPage> prepare, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<IPage>(BatchSize);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            batch.Add(prepare(item));
            if (batch.Count < BatchSize)
                continue;
            yield return new Batch([.. batch]);
            batch.Clear();
        }

        if (batch.Count > 0)
            yield return new Batch([.. batch]);
    }
}
