using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Webhooks;

/// <summary>Sends everything once more that happened after a place in the news; or skips what happened up to one.</summary>
public sealed class ReplayEvents(IWebhookStore store, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="id">The webhook's row.</param>
    /// <param name="place">The place, not beyond the last news there are.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The webhook; or the refusal.</returns>
    public Task<Outcome<Webhook>> RunAsync(long id, long place, Caller caller, CancellationToken ct) =>
        store.ChangeAsync(
            id,
            caller,
            webhook =>
            {
                webhook.GoTo(place);
                return default;
            },
            AuditAction.WebhookReplayed, clock.GetUtcNow(),
            ct);
}
