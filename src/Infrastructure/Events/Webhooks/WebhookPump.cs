using System.Collections.Concurrent;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Persistence;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Exams.Infrastructure.Events.Webhooks;

/// <summary>Makes deliveries of what was told since: each webhook has a place in the news, which moves on in the transaction that makes its deliveries, so
/// none is forgotten and none is made twice.</summary>
/// <remarks>The news is the queue. A webhook whose receiver is away gets no more rows than it can have waiting; the rest is made when those are gone.</remarks>
internal sealed partial class WebhookPump(
    EventFeed feed, ExamsDbSource source, Writer writer, WebhookSignal signal, TimeProvider clock, ILogger<WebhookPump> log) : BackgroundService
{
    /// <summary>Most deliveries of one webhook that wait at a time.</summary>
    internal const int MostWaiting = 1_000;

    // News that is nobody's business here is stepped over in memory; now and then the step is kept.
    private const int KeepEvery = 5_000;

    private static readonly TimeSpan _atLeast = TimeSpan.FromSeconds(1);

    // Commits that come one upon the other are looked through together.
    private static readonly TimeSpan _together = TimeSpan.FromMilliseconds(30);
    private static readonly Caller _self = new Caller.System("webhooks");

    private readonly ConcurrentDictionary<long, (long Kept, long Looked)> _looked = new();

    /// <summary>Makes what deliveries there are to make.</summary>
    /// <returns>Whether there is more to make at once.</returns>
    public async Task<bool> PumpAsync(CancellationToken ct)
    {
        var head = await feed.HeadAsync(ct);
        await using var db = source.Open(_self);
        var webhooks = await db.Webhooks.Where(one => one.State == WebhookState.Active && one.Position < head).ToListAsync(ct);
        var (made, more) = (false, false);
        foreach (var webhook in webhooks)
        {
            var step = await StepAsync(db, webhook, head, ct);
            made |= step.Made;
            more |= step.More;
        }

        if (made)
            signal.Raise();
        return more;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var (committed, changed) = (feed.Committed, signal.Next);
                if (await PumpAsync(stoppingToken))
                    continue;
                await Task.WhenAny(committed, changed, Task.Delay(_atLeast, stoppingToken));
                await Task.Delay(_together, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Stumbled(failure);
                await Task.Delay(_atLeast, stoppingToken);
            }
        }
    }

    private async Task<(bool Made, bool More)> StepAsync(ExamsDb db, Webhook webhook, long head, CancellationToken ct)
    {
        var from = _looked.TryGetValue(webhook.Id, out var known) && known.Kept == webhook.Position ? known.Looked : webhook.Position;
        if (from >= head)
            return default;
        var news = (await feed.AfterAsync(from, ct)).Where(one => one.Sequence <= head).ToList();
        var wanted = news.Where(one => webhook.Types.Count == 0 || webhook.Types.Contains(one.Type)).ToList();
        var owner = wanted.Count == 0 ? Caller.Anonymous : await db.OwnerAsync(webhook, ct);
        var hers = wanted.Where(one => NewsGate.MayHear(owner, one)).ToList();
        if (hers.Count > 0)
        {
            var room = MostWaiting - await db.WebhookDeliveries.CountAsync(one => one.WebhookRow == webhook.Id && one.State == DeliveryState.Pending, ct);
            if (room <= 0)
                return default;
            if (hers.Count > room)
            {
                hers.RemoveRange(room, hers.Count - room);
                await KeepAsync(webhook, hers[^1].Sequence, hers, ct);
                return (true, false);
            }
        }

        var to = news[^1].Sequence;
        if (hers.Count > 0 || to - webhook.Position >= KeepEvery)
            await KeepAsync(webhook, to, hers, ct);
        else
            _looked[webhook.Id] = (webhook.Position, to);
        return (hers.Count > 0, to < head);
    }

    private Task KeepAsync(Webhook webhook, long to, List<NewsItem> hers, CancellationToken ct) =>
        writer.WriteAsync("webhooks", async writing =>
        {
            // Another process may have been here, or somebody went back to a place, or paused it.
            var moved = await writing.Db.Webhooks.Where(one => one.Id == webhook.Id && one.Position == webhook.Position && one.State == WebhookState.Active)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Position, to), ct);
            if (moved == 1)
                await writing.InsertAsync<WebhookDelivery>([.. hers.Select(one => new WebhookDelivery(webhook.Id, one.Sequence, clock.GetUtcNow()))], ct);
        }, ct);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Making deliveries stumbled and goes on.")]
    private partial void Stumbled(Exception failure);
}
