using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Persistence;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Exams.Infrastructure.Events.Webhooks;

/// <summary>Sends what waits: one after the other for each webhook, several webhooks at a time. What came of an attempt is written before the next; whoever
/// is killed in between has it sent once more by whoever comes next.</summary>
internal sealed partial class WebhookSender(
    ExamsDbSource source,
    Writer writer,
    Database database,
    WebhookAttempts attempts,
    WebhookSignal signal,
    IDice dice,
    TimeProvider clock,
    ILogger<WebhookSender> log) : BackgroundService
{
    private const int MostAtOnce = 32;

    // Receivers may take ten seconds for each message. Whoever has many such leaves the places of the others alone.
    private const int MostOfOneOwner = 4;

    // Then whoever waits has a turn, even where more is due.
    private static readonly TimeSpan _turn = TimeSpan.FromSeconds(5);

    // Longer than an attempt can take.
    private static readonly TimeSpan _leaseLife = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(1);
    private static readonly Caller _self = new Caller.System("webhooks");

    private readonly Dictionary<long, (Owner Owner, Task Task)> _running = [];
    private long _last;

    /// <summary>Begins to send for every webhook that has something due, until nothing is due any more or everything waits.</summary>
    /// <returns>Whether there was anything due.</returns>
    public async Task<bool> SendAsync(CancellationToken ct)
    {
        var due = await DueAsync(ct);
        foreach (var (id, owner) in due.Where(one => one.Id > _last).Concat(due.Where(one => one.Id <= _last)).ToList())
        {
            // Whoever ends takes itself off the list, and waits here until it stands on it.
            lock (_running)
            {
                if (_running.Count >= MostAtOnce || _running.ContainsKey(id) || _running.Values.Count(one => one.Owner == owner) >= MostOfOneOwner)
                    continue;
                _running.Add(id, (owner, Task.Run(() => RunAsync(id, ct), CancellationToken.None)));
                _last = id;
            }
        }

        return due.Count > 0;
    }

    /// <summary>When everything that was begun has ended.</summary>
    public Task IdleAsync()
    {
        lock (_running)
            return Task.WhenAll([.. _running.Values.Select(one => one.Task)]);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // One process serves one SQLite file: who held these leases is dead.
        if (database.IsSqlite)
            await FreeLeasesAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var changed = signal.Next;
                await SendAsync(stoppingToken);
                await Task.WhenAny(changed, Task.Delay(_atMost, stoppingToken));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Stumbled(failure);
                await Task.Delay(_atMost, stoppingToken);
            }
        }

        await IdleAsync();
    }

    private async Task RunAsync(long id, CancellationToken ct)
    {
        var isOver = false;
        try
        {
            if (await ClaimAsync(id, ct) is not { } lease)
                return;
            // Each is written when it ended; the next is looked for afresh.
            var began = clock.GetTimestamp();
            while (!isOver && await attempts.NextAsync(id, lease, _leaseLife, ct))
                isOver = clock.GetElapsedTime(began) >= _turn;
            await ReleaseAsync(id, lease, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopping: the lease runs out, and whoever comes next goes on.
        }
        catch (Exception failure)
        {
            Stumbled(failure);
        }
        finally
        {
            lock (_running)
                _running.Remove(id);

            // More is due, here and elsewhere.
            if (isOver)
                signal.Raise();
        }
    }

    private async Task<List<(long Id, Owner Owner)>> DueAsync(CancellationToken ct)
    {
        await using var db = source.Open(_self);
        var now = db.Instant;
        var due = await db.Webhooks
            .Where(webhook => (webhook.LeasedUntil == null || webhook.LeasedUntil <= now) && db.WebhookDeliveries.Any(delivery => delivery.WebhookRow == webhook.Id
                && delivery.NextAttemptAt != null && delivery.NextAttemptAt <= now
                && (delivery.Sequence == null || (webhook.State == WebhookState.Active && (webhook.RestsUntil == null || webhook.RestsUntil <= now)))))
            .OrderBy(webhook => webhook.Id).Select(webhook => new { webhook.Id, webhook.ClientRow, webhook.UserRow }).ToListAsync(ct);
        return due.ConvertAll(one => (one.Id, new Owner(one.ClientRow, one.UserRow)));
    }

    private async Task<string?> ClaimAsync(long id, CancellationToken ct)
    {
        var lease = NewLease();
        var claimed = 0;
        await writer.WriteAsync("webhooks", async writing =>
        {
            var now = clock.GetUtcNow();
            claimed = await writing.Db.Webhooks.Where(one => one.Id == id && (one.LeasedUntil == null || one.LeasedUntil <= now))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.Lease, lease).SetProperty(one => one.LeasedUntil, (DateTimeOffset?)(now + _leaseLife)), ct);
        }, ct);
        return claimed == 1 ? lease : null;
    }

    private Task ReleaseAsync(long id, string lease, CancellationToken ct) =>
        writer.WriteAsync("webhooks", async writing => await writing.Db.Webhooks.Where(one => one.Id == id && one.Lease == lease)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Lease, (string?)null).SetProperty(one => one.LeasedUntil, (DateTimeOffset?)null), ct), ct);

    private Task FreeLeasesAsync(CancellationToken ct) =>
        writer.WriteAsync("webhooks", async writing => await writing.Db.Webhooks.Where(one => one.Lease != null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Lease, (string?)null).SetProperty(one => one.LeasedUntil, (DateTimeOffset?)null), ct), ct);

    private string NewLease()
    {
        var random = new byte[16];
        dice.Fill(random);
        return Convert.ToHexStringLower(random);
    }

    private readonly record struct Owner(long? Client, long? User);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sending for webhooks stumbled and goes on.")]
    private partial void Stumbled(Exception failure);
}
