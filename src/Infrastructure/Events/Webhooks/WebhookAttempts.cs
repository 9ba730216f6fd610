using System.Globalization;
using System.Text;
using Exams.Domain.Audit;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Persistence;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Exams.Infrastructure.Events.Webhooks;

/// <summary>Makes one attempt: finds what is due, makes what is sent with the rights of this moment, sends it, and writes down what came of it.</summary>
internal sealed partial class WebhookAttempts(
    ExamsDbSource source, Writer writer, IWebhookDocuments documents, WebhookSecrets secrets, WebhookCall call, WebhookSignal signal, TimeProvider clock, ILogger<WebhookAttempts> log)
{
    private static readonly Caller _self = new Caller.System("webhooks");

    /// <summary>Attempts the oldest delivery of a webhook that is due.</summary>
    /// <param name="id">The webhook's row.</param>
    /// <param name="lease">The lease that must still hold.</param>
    /// <param name="leaseLife">By how much it is extended.</param>
    /// <param name="ct">Stops; what was sent may have arrived, and is sent again.</param>
    /// <returns>Whether there was one, and the lease still holds.</returns>
    public async Task<bool> NextAsync(long id, string lease, TimeSpan leaseLife, CancellationToken ct)
    {
        await using var db = source.Open(_self);
        if (await FindAsync(db, id, ct) is not { } due)
            return false;
        var at = clock.GetUtcNow();
        var (body, outcome) = await MakeAsync(db, due, ct);
        if (body is { RetryAfter: null })
            outcome = await call.PostAsync(due.Webhook.Url, body.Bytes, Headers(due, body, at), ct);
        return await WriteAsync(due, body, outcome, lease, leaseLife, at, ct);
    }

    private static async Task<Due?> FindAsync(ExamsDb db, long id, CancellationToken ct)
    {
        var now = db.Instant;
        var webhook = await db.Webhooks.FirstOrDefaultAsync(one => one.Id == id, ct);
        if (webhook is null)
            return null;
        var waits = webhook.State != WebhookState.Active || webhook.RestsUntil > now;
        var delivery = await db.WebhookDeliveries
            .Where(one => one.WebhookRow == id && one.NextAttemptAt != null && one.NextAttemptAt <= now && (!waits || one.Sequence == null))
            .OrderBy(one => one.Id).FirstOrDefaultAsync(ct);
        return delivery is null ? null : new Due(webhook, delivery, await db.News.FirstOrDefaultAsync(one => one.Sequence == delivery.Sequence, ct));
    }

    // Nothing to send and no outcome means that its owner may not hear of it any more.
    private async Task<(WebhookBody? Body, AttemptOutcome? Outcome)> MakeAsync(ExamsDb db, Due due, CancellationToken ct)
    {
        if (due.News is not { } news)
            return (new WebhookBody(Encoding.UTF8.GetBytes($$"""{"test":true,"delivery":"{{documents.IdOf(due.Delivery)}}"}""")), null);
        var owner = await db.OwnerAsync(due.Webhook, ct);
        if (!NewsGate.MayHear(owner, news))
            return (null, null);
        try
        {
            return (await documents.RenderAsync(due.Webhook.Document, owner, news, ct), null);
        }
        catch (Exception failed) when (!ct.IsCancellationRequested)
        {
            NotMade(failed, due.Delivery.Id);
            return (null, new AttemptOutcome(TimeSpan.Zero, null, AttemptFault.NotMade));
        }
    }

    private IEnumerable<(string Name, string Value)> Headers(Due due, WebhookBody body, DateTimeOffset at)
    {
        yield return ("Exams-Signature", secrets.Sign(due.Webhook, body.Bytes.Span, at));
        yield return ("Exams-Delivery", documents.IdOf(due.Delivery));
        yield return ("Exams-Attempt", (due.Delivery.AttemptCount + 1).ToString(CultureInfo.InvariantCulture));
        if (due.News is { } news)
            yield return ("Exams-Event", documents.IdOf(news));
    }

    private async Task<bool> WriteAsync(
        Due due, WebhookBody? body, AttemptOutcome? outcome, string lease, TimeSpan leaseLife, DateTimeOffset at, CancellationToken ct)
    {
        var holds = false;
        await writer.WriteAsync("webhooks", async writing =>
        {
            // The webhook may have been changed, paused, resumed or deleted meanwhile; the delivery is the lease's alone, unless that ran out.
            var webhook = await writing.Db.Webhooks.FirstOrDefaultAsync(one => one.Id == due.Webhook.Id && one.Lease == lease, ct);
            var delivery = await writing.Db.WebhookDeliveries.FirstOrDefaultAsync(one => one.Id == due.Delivery.Id && one.State == DeliveryState.Pending, ct);
            if (webhook is null || delivery is null)
                return;
            holds = true;
            var now = clock.GetUtcNow();
            webhook.LeaseTo(lease, now + leaseLife);
            if (outcome is not null)
                await NoteAsync(writing, webhook, delivery, outcome, at, now, ct);
            else if (body?.RetryAfter is { } wait)
                delivery.Wait(now + wait);
            else
                delivery.Withhold(now);
        }, ct);

        // There is room for further deliveries now.
        signal.Raise();
        return holds;
    }

    private static async Task NoteAsync(
        Writing writing, Webhook webhook, WebhookDelivery delivery, AttemptOutcome outcome, DateTimeOffset at, DateTimeOffset now, CancellationToken ct)
    {
        await writing.InsertAsync<DeliveryAttempt>([new(delivery.Id, outcome, at)], ct);
        if (outcome.IsGood)
        {
            delivery.Arrived(now);
            webhook.Arrived();
            return;
        }

        if (!delivery.IsTest)
            webhook.Failed(now);
        delivery.Failed(now, webhook.FailingSince);
        if (webhook is { State: WebhookState.Paused, PauseReason: PauseReason.Failing } && webhook.PausedAt == now)
            writing.Note(new AuditRecord(now, _self, AuditAction.WebhookPaused) { Detail = webhook.Name });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What delivery {Delivery} of a webhook sends could not be made.")]
    private partial void NotMade(Exception failure, long delivery);

    private sealed record Due(Webhook Webhook, WebhookDelivery Delivery, NewsItem? News);
}
