using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Webhooks;

/// <summary>Changes where a webhook delivers to, and what. What waits already is sent as it is asked for then.</summary>
public sealed class ChangeWebhook(IWebhookStore store, IWebhookDocuments documents, WebhookRules rules, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="id">The webhook's row.</param>
    /// <param name="request">What it shall do.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The webhook; or the refusal.</returns>
    public async Task<Outcome<Webhook>> RunAsync(long id, CreateWebhook.Request request, Caller caller, CancellationToken ct)
    {
        var wish = await WebhookWishes.ReadAsync(request, documents, rules, caller, ct);
        if (!wish.IsDone(out var asked, out var refusal))
        {
            return refusal;
        }

        return await store.ChangeAsync(
            id,
            caller,
            webhook =>
            {
                webhook.Take(asked);
                return new WebhookChange(Hurries: true);
            },
            AuditAction.WebhookChanged, clock.GetUtcNow(),
            ct);
    }
}
