using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Webhooks;

/// <summary>Tries a webhook's address with a signed message that tells of nothing; once, also while it is paused.</summary>
public sealed class TestWebhook(IWebhookStore store, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="id">The webhook's row.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The delivery, which is sent at once; or the refusal.</returns>
    public async Task<Outcome<WebhookDelivery>> RunAsync(long id, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        WebhookDelivery? test = null;
        var changed = await store.ChangeAsync(
            id, caller, webhook => new WebhookChange(Delivery: test = new WebhookDelivery(webhook.Id, sequence: null, at)),
            AuditAction.WebhookTested, at, ct);
        return changed.IsDone(out _, out var refusal) ? test! : refusal;
    }
}
