using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Jobs;

/// <summary>Prints documents, whatever their kind: reads what the pages say when it begins, and writes a PDF and a ZIP. Begun again after a kill, it
/// writes the same two files under the same names, and only the last transaction makes them ready.</summary>
internal sealed class Printing(DocumentFiles files, TimeProvider clock)
{
    private const string GivenUp = "The documents could not be printed, although it was tried several times. The board can see why.";

    private static readonly TimeSpan _tellEvery = TimeSpan.FromMilliseconds(250);

    // Files outlive their row's time by a little: the row decides, and the sweep comes later.
    private static readonly TimeSpan _fileGrace = TimeSpan.FromHours(1);

    /// <summary>Does a printing.</summary>
    /// <param name="lease">The job.</param>
    /// <param name="read">Reads the pages; null when there is nobody to print for, or newer documents are on their way.</param>
    /// <param name="ct">Stops.</param>
    public async Task RunAsync(JobLease lease, Func<ExamsDb, AccessDocuments, Task<PagesToPrint?>> read, CancellationToken ct)
    {
        var id = JobForms.ReadPrint(lease.Form);
        PagesToPrint? pages = null;
        AccessDocuments? documents = null;
        await lease.WriteAsync(
            async writing =>
            {
                documents = await writing.Db.Documents.SingleAsync(one => one.Id == id, ct);
                if (documents.State is DocumentsState.Ready or DocumentsState.Expired or DocumentsState.Failed)
                    return;
                pages = await IsOvertakenAsync(writing.Db, documents, ct) ? null : await read(writing.Db, documents);
                if (pages is null)
                {
                    documents.Expire(clock.GetUtcNow());
                    writing.Tell(About(NewsType.DocumentsExpired, documents));
                    return;
                }

                documents.Start(pages.Count);
                writing.Tell(About(NewsType.DocumentsProgressed, documents));
            },
            ct);
        if (pages is null)
        {
            await lease.FinishAsync(_ => Task.CompletedTask, ct);
            return;
        }

        try
        {
            await PrintAsync(lease, documents!, pages, ct);
        }
        catch (SheetsMustWaitException wait)
        {
            await lease.WriteAsync(
                async writing => (await writing.Db.Documents.SingleAsync(one => one.Id == id, ct)).Wait(wait.Message), ct);
            throw new JobMustWaitException(wait.Message);
        }
    }

    /// <summary>Says that a printing was given up.</summary>
    public async Task GiveUpAsync(JobLease lease, Persistence.Writing.Writing writing, CancellationToken ct)
    {
        var id = JobForms.ReadPrint(lease.Form);
        var documents = await writing.Db.Documents.SingleAsync(one => one.Id == id, ct);
        documents.Fail(GivenUp);
        writing.Tell(About(NewsType.DocumentsFailed, documents));
    }

    // A newer printing for everybody makes an older one of its kind needless.
    private static async Task<bool> IsOvertakenAsync(ExamsDb db, AccessDocuments documents, CancellationToken ct) =>
        documents.AreForAll && await OfAll(db, documents).AnyAsync(newer => newer.Id > documents.Id, ct);

    private static IQueryable<AccessDocuments> OfAll(ExamsDb db, AccessDocuments like) => db.Documents.Where(
        one => one.Kind == like.Kind && one.Centre == like.Centre && one.Series == like.Series && one.OnlyCandidate == null && one.Selected == null
            && one.State != DocumentsState.Expired && one.State != DocumentsState.Failed);

    private async Task PrintAsync(JobLease lease, AccessDocuments documents, PagesToPrint pages, CancellationToken ct)
    {
        var expiresAt = clock.GetUtcNow() + AccessDocuments.Life + _fileGrace;
        using var pdf = files.Begin(Guid.ParseExact(documents.PdfName, "N"), expiresAt);
        using var zip = files.Begin(Guid.ParseExact(documents.ZipName, "N"), expiresAt);
        var progress = new SheetProgress();
        using var printed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var telling = TellAsync(lease, documents.Id, progress, printed.Token);
        try
        {
            await pages.PrintAsync(pdf.Content, zip.Content, progress, ct);
        }
        finally
        {
            await printed.CancelAsync();
            await telling;
        }

        pdf.Commit();
        zip.Commit();
        IReadOnlyList<AccessDocuments> replaced = [];
        await lease.FinishAsync(
            async writing =>
            {
                var done = await writing.Db.Documents.SingleAsync(one => one.Id == documents.Id, ct);
                done.Finish(pdf.Length, zip.Length, clock.GetUtcNow());
                writing.Tell(About(NewsType.DocumentsReady, done));
                replaced = await ReplaceAsync(writing, done, ct);
            },
            ct);
        foreach (var old in replaced)
            files.DeleteBoth(old);
    }

    // Newer documents for everybody take the place of older ones; those for a few replace nothing.
    private async Task<IReadOnlyList<AccessDocuments>> ReplaceAsync(Persistence.Writing.Writing writing, AccessDocuments done, CancellationToken ct)
    {
        if (!done.AreForAll)
            return [];
        var older = await OfAll(writing.Db, done).Where(one => one.Id < done.Id).ToListAsync(ct);
        foreach (var old in older)
        {
            old.Expire(clock.GetUtcNow());
            writing.Tell(About(NewsType.DocumentsExpired, old));
        }

        return older;
    }

    private async Task TellAsync(JobLease lease, long id, SheetProgress progress, CancellationToken ct)
    {
        var told = 0;
        try
        {
            while (true)
            {
                await Task.Delay(_tellEvery, ct);
                if (progress.Done is var done && done == told)
                    continue;
                await lease.WriteAsync(
                    async writing =>
                    {
                        var documents = await writing.Db.Documents.SingleAsync(one => one.Id == id, ct);
                        documents.Progress(done);
                        writing.Tell(About(NewsType.DocumentsProgressed, documents));
                    },
                    ct);
                told = done;
            }
        }
        catch (OperationCanceledException)
        {
            // Printed.
        }
        catch (LeaseLostException)
        {
            // The last transaction will find the same, and undo.
        }
    }

    private NewsItem About(NewsType ofSheets, AccessDocuments documents) => new(documents.NewsOf(ofSheets), clock.GetUtcNow())
    {
        Centre = documents.Centre,
        Series = documents.Series,
        Candidate = documents.OnlyCandidate,
        DocumentsId = documents.Id,
        Done = documents.Done,
        Total = documents.Total,
    };
}

/// <summary>What is to be printed, read at one moment.</summary>
/// <param name="Count">How many pages.</param>
/// <param name="PrintAsync">Prints them into a PDF and a ZIP.</param>
internal sealed record PagesToPrint(int Count, Func<Stream, Stream, IProgress<int>, CancellationToken, Task<PrintedSheets>> PrintAsync);
