using Exams.Infrastructure.Jobs;
using Exams.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Exams.Infrastructure.Events;

/// <summary>Keeps the feed up to date: at each commit of this process, at each notification of another (PostgreSQL), and once a second
/// in case a notification was lost.</summary>
internal sealed partial class FeedPump(EventFeed feed, Database database, NewsSignal news, JobSignal jobs, ILogger<FeedPump> log) : BackgroundService
{
    private static readonly TimeSpan _atLeast = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(PumpAsync(stoppingToken), database.IsSqlite ? Task.CompletedTask : HearOthersAsync(stoppingToken));

    private async Task PumpAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var committed = feed.Committed;
                await feed.PumpAsync(ct);
                await Task.WhenAny(committed, Task.Delay(_atLeast, ct));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Stumbled(failure);
                await Task.Delay(_atLeast, ct);
            }
        }
    }

    private async Task HearOthersAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(database.ConnectionString);
                await connection.OpenAsync(ct);
                connection.Notification += (_, _) =>
                {
                    news.Raise();
                    jobs.Raise();
                };
                await using (var listen = new NpgsqlCommand("LISTEN exams", connection))
                    await listen.ExecuteNonQueryAsync(ct);
                while (true)
                    await connection.WaitAsync(ct);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Stumbled(failure);
                await Task.Delay(_atLeast, ct);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The news feed stumbled and goes on.")]
    private partial void Stumbled(Exception failure);
}
