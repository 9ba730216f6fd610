using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Webhooks;

/// <summary>Ends a webhook: nothing is sent any more, and its log is gone.</summary>
public sealed class DeleteWebhook(IWebhookStore store, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="id">The webhook's row.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The webhook that was; or the refusal.</returns>
    public Task<Outcome<Webhook>> RunAsync(long id, Caller caller, CancellationToken ct) =>
        store.DeleteAsync(id, caller, AuditAction.WebhookDeleted, clock.GetUtcNow(), ct);
}
