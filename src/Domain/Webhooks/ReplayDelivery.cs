using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Webhooks;

/// <summary>Sends an event once more, as a delivery of its own.</summary>
public sealed class ReplayDelivery(IWebhookStore store, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="delivery">The row of the delivery to repeat.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The new delivery; or the refusal.</returns>
    public Task<Outcome<WebhookDelivery>> RunAsync(long delivery, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        return store.RepeatAsync(delivery, caller, AuditAction.WebhookReplayed, at, ct);
    }
}
