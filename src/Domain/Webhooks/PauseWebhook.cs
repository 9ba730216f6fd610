using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Webhooks;

/// <summary>Makes a webhook wait, or lets it go on. Nothing is lost meanwhile: the news is kept.</summary>
public sealed class PauseWebhook(IWebhookStore store, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="id">The webhook's row.</param>
    /// <param name="isPaused">Whether it shall wait.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The webhook; or the refusal.</returns>
    public Task<Outcome<Webhook>> RunAsync(long id, bool isPaused, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        return store.ChangeAsync(
            id,
            caller,
            webhook =>
            {
                if (!isPaused && webhook.PauseReason == PauseReason.OwnerRevoked)
                {
                    return new WebhookChange(new WebhookOwnerRevoked());
                }

                if (isPaused)
                {
                    webhook.Pause(PauseReason.ByHand, at);
                }
                else
                {
                    webhook.Resume();
                }

                return new WebhookChange(Hurries: !isPaused);
            },
            isPaused ? AuditAction.WebhookPaused : AuditAction.WebhookResumed, at,
            ct);
    }
}
