using Exams.Infrastructure.Documents.Pages;
using Exams.Infrastructure.Documents.Texts;

namespace Exams.Infrastructure.Documents;

/// <summary>Prints sheets through Pango and Cairo.</summary>
/// <param name="check">Knows what this machine can print.</param>
public sealed class SheetPrinter(PrintingCheck check) : ISheetPrinter
{
    // A batch is long enough to make handing over cheap and short enough that few pages are in memory.
    private const int BatchSize = 8;

    // Compiling templates takes a tenth of a second of processor time, which the start of the service does not have.
    private readonly Lazy<SheetTexts> _texts = new(() => new SheetTexts());

    /// <inheritdoc/>
    public async Task<PrintedSheets> PrintAsync(
        PrintRun run, Stream pdf, Stream zip, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var health = check.Health;
        if (!health.CanPrint)
            throw new SheetsMustWaitException(string.Join(' ', health.Missing));
        using var line = new PrintLine(check, run, pdf, zip, progress, cancellationToken);
        await line.FeedAsync(Batches(run.Sheets, line.Token));
        return await line.FinishAsync();
    }

    private async IAsyncEnumerable<Batch> Batches(
        IAsyncEnumerable<Sheet> sheets, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var preparation = new SheetPreparation(_texts.Value);
        var batch = new List<PreparedSheet>(BatchSize);
        await foreach (var sheet in sheets.WithCancellation(cancellationToken))
        {
            batch.Add(preparation.Prepare(sheet));
            if (batch.Count < BatchSize)
                continue;
            yield return new Batch([.. batch]);
            batch.Clear();
        }

        if (batch.Count > 0)
            yield return new Batch([.. batch]);
    }
}
