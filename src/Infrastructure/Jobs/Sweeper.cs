using Exams.Domain.Files;
using Exams.Domain.News;
using Exams.Domain.Receipts;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Exams.Infrastructure.Jobs;

/// <summary>Clears away what has had its time: documents after their 14 days, uploaded files after a day, files nobody owns, links, failures whose window is over,
/// receipts, old sessions, deliveries of webhooks thirty days after they ended.</summary>
internal sealed partial class Sweeper(Writer writer, DocumentFiles files, TimeProvider clock, ILogger<Sweeper> log) : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _sessionsKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan _deliveriesKept = TimeSpan.FromDays(30);

    /// <summary>Clears once.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        List<AccessDocuments> expired = [], over = [];
        var names = files.Names();
        await writer.WriteAsync("sweep", async writing =>
        {
            expired = await writing.Db.Documents.Where(one => one.State == DocumentsState.Ready && one.ExpiresAt <= now).ToListAsync(ct);
            foreach (var documents in expired)
            {
                documents.Expire(now);
                writing.Tell(new NewsItem(documents.NewsOf(NewsType.DocumentsExpired), now)
                {
                    Centre = documents.Centre,
                    Series = documents.Series,
                    Candidate = documents.OnlyCandidate,
                    DocumentsId = documents.Id,
                });
            }

            // Their files are deleted after the commit that ends them; whoever was killed in between left them behind.
            over = await writing.Db.Documents.Where(one => (one.State == DocumentsState.Expired || one.State == DocumentsState.Failed)
                && (EF.Parameter(names).Contains(one.PdfName) || EF.Parameter(names).Contains(one.ZipName))).ToListAsync(ct);
            var windowStart = now - Throttle.Window;
            await writing.Db.Set<SignInFailures>().Where(one => one.WindowStartedAt <= windowStart).ExecuteDeleteAsync(ct);
            await writing.Db.Set<DownloadLink>().Where(one => one.ExpiresAt <= now).ExecuteDeleteAsync(ct);
            await writing.Db.Exports.Where(one => one.State == ExportState.Ready && one.ExpiresAt <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, ExportState.Expired), ct);
            await writing.Db.Set<UploadedFile>().Where(one => one.ExpiresAt <= now).ExecuteDeleteAsync(ct);
            var oldest = now - _deliveriesKept;
            await writing.Db.WebhookDeliveries.Where(one => one.EndedAt <= oldest).ExecuteDeleteAsync(ct);
            var old = now - _sessionsKept;
            var forgotten = now - Receipt.Life;
            await writing.Db.Receipts.Where(one => one.At <= forgotten).ExecuteDeleteAsync(ct);
            await writing.Db.Exports.Where(one => one.ExpiresAt <= old).ExecuteDeleteAsync(ct);
            await writing.Db.Set<Session>().Where(one => one.ExpiresAt <= old).ExecuteDeleteAsync(ct);
        }, ct);
        foreach (var documents in expired.Concat(over))
            files.DeleteBoth(documents);
        files.Sweep();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Stumbled(failure);
            }

            await Task.Delay(_every, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweeping stumbled and is tried again later.")]
    private partial void Stumbled(Exception failure);
}
