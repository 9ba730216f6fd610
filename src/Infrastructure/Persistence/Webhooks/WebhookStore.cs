using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Events.Webhooks;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Webhooks;

/// <summary>Keeps webhooks. Each change is decided on the row as it stands in the writer's turn, because whoever sends changes it, too.</summary>
internal sealed class WebhookStore(Writer writer, WebhookSignal signal) : IWebhookStore
{
    public Task<Outcome<Webhook>> AddAsync(Webhook webhook, int most, AuditRecord audit, CancellationToken ct) =>
        writer.WriteAsync<Webhook>("webhooks", async writing =>
        {
            var db = writing.Db;
            if (await db.Webhooks.CountAsync(one => one.ClientRow == webhook.ClientRow && one.UserRow == webhook.UserRow, ct) >= most)
                return new TooManyWebhooks(most);
            webhook.GoTo(await db.News.MaxAsync(news => (long?)news.Sequence, ct) ?? 0);
            await writing.InsertAsync([webhook], ct);
            writing.Note(audit);
            return webhook;
        }, ct);

    public async Task<Outcome<Webhook>> ChangeAsync(long id, Caller caller, Func<Webhook, WebhookChange> change, AuditAction action, DateTimeOffset at, CancellationToken ct)
    {
        var outcome = await writer.WriteAsync<Webhook>("webhooks", async writing =>
        {
            if (await FindAsync(writing, id, caller, ct) is not { } webhook)
                return new WebhookNotFound();
            var made = change(webhook);
            if (made.Refusal is { } refusal)
                return refusal;
            if (made.Delivery is { } delivery)
                await writing.InsertAsync([delivery], ct);
            if (made.Hurries)
            {
                await writing.Db.WebhookDeliveries.Where(one => one.WebhookRow == id && one.State == DeliveryState.Pending)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAttemptAt, (DateTimeOffset?)at), ct);
            }

            writing.Note(new AuditRecord(at, caller, action) { Detail = webhook.Name });
            return webhook;
        }, ct);
        signal.Raise();
        return outcome;
    }

    public async Task<Outcome<WebhookDelivery>> RepeatAsync(long delivery, Caller caller, AuditAction action, DateTimeOffset at, CancellationToken ct)
    {
        var outcome = await writer.WriteAsync<WebhookDelivery>("webhooks", async writing =>
        {
            if (await writing.Db.WebhookDeliveries.FirstOrDefaultAsync(one => one.Id == delivery, ct) is not { } first
                || await FindAsync(writing, first.WebhookRow, caller, ct) is not { } webhook)
                return new DeliveryNotFound();
            var again = new WebhookDelivery(webhook.Id, first.Sequence, at, first.Id);
            await writing.InsertAsync([again], ct);
            writing.Note(new AuditRecord(at, caller, action) { Detail = webhook.Name });
            return again;
        }, ct);
        signal.Raise();
        return outcome;
    }

    public Task<Outcome<Webhook>> DeleteAsync(long id, Caller caller, AuditAction action, DateTimeOffset at, CancellationToken ct) =>
        writer.WriteAsync<Webhook>("webhooks", async writing =>
        {
            if (await FindAsync(writing, id, caller, ct) is not { } webhook)
                return new WebhookNotFound();
            writing.Db.Remove(webhook);
            writing.Note(new AuditRecord(at, caller, action) { Detail = webhook.Name });
            return webhook;
        }, ct);

    private static async Task<Webhook?> FindAsync(Writing.Writing writing, long id, Caller caller, CancellationToken ct) =>
        await writing.Db.Webhooks.FirstOrDefaultAsync(one => one.Id == id, ct) is { } webhook && webhook.BelongsTo(caller) ? webhook : null;
}
