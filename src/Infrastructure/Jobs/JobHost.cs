using Exams.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Exams.Infrastructure.Jobs;

/// <summary>Runs due jobs in two lanes, so that a long printing never holds up a release.</summary>
internal sealed partial class JobHost(JobRunner runner, JobSignal ordered, Database database, TimeProvider clock, ILogger<JobHost> log) : BackgroundService
{
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // One process serves one SQLite file: who held these leases is dead.
        if (database.IsSqlite)
            await runner.FreeLeasesAsync(stoppingToken);
        await Task.WhenAll(LaneAsync(shortOnly: false, stoppingToken), LaneAsync(shortOnly: true, stoppingToken));
    }

    private async Task LaneAsync(bool shortOnly, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var signal = ordered.Next;
                if (await runner.RunOneAsync(shortOnly, ct))
                    continue;
                await Task.WhenAny(signal, Task.Delay(await RestAsync(shortOnly, ct), ct));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Stumbled(failure);
                await Task.Delay(_atMost, ct);
            }
        }
    }

    private async Task<TimeSpan> RestAsync(bool shortOnly, CancellationToken ct)
    {
        var due = await runner.NextDueAsync(shortOnly, ct) - clock.GetUtcNow();
        // Never quite nothing: what fell due this moment may be in the other lane's hands, and is not this one's to spin on.
        return due is not { } left || left > _atMost ? _atMost : left > TimeSpan.FromMilliseconds(50) ? left : TimeSpan.FromMilliseconds(50);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The job runner stumbled and goes on.")]
    private partial void Stumbled(Exception failure);
}
