using Exams.Domain.Audit;
using Exams.Domain.Clients;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Webhooks;

/// <summary>Gives a webhook a new secret. Deliveries are signed with both for a while, so that nothing stands still while it is put in place.</summary>
public sealed class RotateWebhookSecret(IWebhookStore store, IWebhookSecrets secrets, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="id">The webhook's row.</param>
    /// <param name="overlapHours">How long the old secret signs besides; 0 for not at all.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The webhook and its new secret; or the refusal.</returns>
    public async Task<Outcome<MintedWebhook>> RunAsync(long id, int overlapHours, Caller caller, CancellationToken ct)
    {
        if (overlapHours is < 0 or > RotateClientSecret.MostOverlapHours)
        {
            return new OverlapTooLong(RotateClientSecret.MostOverlapHours);
        }

        var at = clock.GetUtcNow();
        Secret? clear = null;
        var changed = await store.ChangeAsync(
            id,
            caller,
            webhook =>
            {
                var minted = secrets.Mint(webhook.Name);
                clear = minted.Clear;
                webhook.Rotate(minted.Sealed, at.AddHours(overlapHours));
                return default;
            },
            AuditAction.WebhookRotated, at,
            ct);
        return changed.IsDone(out var done, out var refusal) ? new MintedWebhook(done, clear!) : refusal;
    }
}
