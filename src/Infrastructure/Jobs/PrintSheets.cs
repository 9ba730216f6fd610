using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Jobs;

/// <summary>Prints a centre's sheets: what is entitled when it begins, with the passwords that were minted at the confirming. Begun
/// again after a kill, it writes the same two files under the same names, and only the last transaction makes them ready.</summary>
internal sealed class PrintSheets(
    ISheetPrinter printer, DocumentFiles files, Seal seal, InfrastructureOptions options, TimeProvider clock) : IJobWork
{
    private const string GivenUp = "The sheets could not be printed, although it was tried several times. The board can see why.";

    private static readonly TimeSpan _tellEvery = TimeSpan.FromMilliseconds(250);

    // Files outlive their row's time by a little: the row decides, and the sweep comes later.
    private static readonly TimeSpan _fileGrace = TimeSpan.FromHours(1);

    public string Kind => JobForms.Print;

    public bool IsShort => false;

    public async Task RunAsync(JobLease lease, CancellationToken ct)
    {
        var id = JobForms.ReadPrint(lease.Form);
        SheetPages? pages = null;
        AccessDocuments? documents = null;
        await lease.WriteAsync(
            async writing =>
            {
                documents = await writing.Db.Documents.SingleAsync(one => one.Id == id, ct);
                if (documents.State is DocumentsState.Ready or DocumentsState.Expired or DocumentsState.Failed)
                    return;
                pages = await SheetReading.ReadAsync(writing.Db, documents, ct);
                if (pages is null)
                {
                    documents.Expire(clock.GetUtcNow());
                    writing.Tell(About(NewsType.DocumentsExpired, documents));
                    return;
                }

                documents.Start(pages.Pages.Count);
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

    public async Task GiveUpAsync(JobLease lease, Persistence.Writing.Writing writing, CancellationToken ct)
    {
        var id = JobForms.ReadPrint(lease.Form);
        var documents = await writing.Db.Documents.SingleAsync(one => one.Id == id, ct);
        documents.Fail(GivenUp);
        writing.Tell(About(NewsType.DocumentsFailed, documents));
    }

    private async Task PrintAsync(JobLease lease, AccessDocuments documents, SheetPages pages, CancellationToken ct)
    {
        var expiresAt = clock.GetUtcNow() + AccessDocuments.Life + _fileGrace;
        using var pdf = files.Begin(Guid.ParseExact(documents.PdfName, "N"), expiresAt);
        using var zip = files.Begin(Guid.ParseExact(documents.ZipName, "N"), expiresAt);
        var run = new PrintRun(
            $"{documents.Centre}, {documents.Series.Display}", documents.OrderedAt, pages.ReadAsync(seal, options.SignInAddress, ct));
        var progress = new SheetProgress();
        using var printed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var telling = TellAsync(lease, documents.Id, progress, printed.Token);
        try
        {
            await printer.PrintAsync(run, pdf.Content, zip.Content, progress, ct);
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

    // Newer sheets for everybody take the place of older ones; a single sheet replaces nothing.
    private async Task<IReadOnlyList<AccessDocuments>> ReplaceAsync(Persistence.Writing.Writing writing, AccessDocuments done, CancellationToken ct)
    {
        if (done.OnlyCandidate is not null)
            return [];
        var older = await writing.Db.Documents
            .Where(one => one.Centre == done.Centre && one.Series == done.Series && one.OnlyCandidate == null && one.Id < done.Id
                && one.State != DocumentsState.Expired && one.State != DocumentsState.Failed)
            .ToListAsync(ct);
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

    private NewsItem About(NewsType type, AccessDocuments documents) => new(type, clock.GetUtcNow())
    {
        Centre = documents.Centre,
        Series = documents.Series,
        Candidate = documents.OnlyCandidate,
        DocumentsId = documents.Id,
        Done = documents.Done,
        Total = documents.Total,
    };
}
