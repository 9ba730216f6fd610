using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Webhooks;

/// <summary>What webhooks need of the world. Not gated: the verbs ask whose they are.</summary>
public interface IWebhookStore
{
    /// <summary>Stores a new webhook, whose place in the news is where it stands at the commit.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="most">How many its owner may have, this one included.</param>
    /// <param name="audit">Who had it done.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The webhook; or the refusal.</returns>
    Task<Outcome<Webhook>> AddAsync(Webhook webhook, int most, AuditRecord audit, CancellationToken ct);

    /// <summary>Changes a webhook as it stands when the turn has come.</summary>
    /// <param name="id">Its row.</param>
    /// <param name="caller">Whose it must be.</param>
    /// <param name="change">Decides and changes.</param>
    /// <param name="action">How the audit trail names it.</param>
    /// <param name="at">Now.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The webhook; or the refusal.</returns>
    Task<Outcome<Webhook>> ChangeAsync(long id, Caller caller, Func<Webhook, WebhookChange> change, AuditAction action, DateTimeOffset at, CancellationToken ct);

    /// <summary>Repeats a delivery.</summary>
    /// <param name="delivery">Its row.</param>
    /// <param name="caller">Whose webhook it must be of.</param>
    /// <param name="action">How the audit trail names it.</param>
    /// <param name="at">Now.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The new delivery; or the refusal.</returns>
    Task<Outcome<WebhookDelivery>> RepeatAsync(long delivery, Caller caller, AuditAction action, DateTimeOffset at, CancellationToken ct);

    /// <summary>Deletes a webhook with its log.</summary>
    /// <param name="id">Its row.</param>
    /// <param name="caller">Whose it must be.</param>
    /// <param name="action">How the audit trail names it.</param>
    /// <param name="at">Now.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The webhook that was; or the refusal.</returns>
    Task<Outcome<Webhook>> DeleteAsync(long id, Caller caller, AuditAction action, DateTimeOffset at, CancellationToken ct);
}

/// <summary>What a verb makes of a webhook.</summary>
/// <param name="Refusal">Why nothing; null when it was changed.</param>
/// <param name="Delivery">A delivery that it orders.</param>
/// <param name="Hurries">Whether what waits is attempted at once.</param>
public readonly record struct WebhookChange(Refusal? Refusal = null, WebhookDelivery? Delivery = null, bool Hurries = false);

/// <summary>Makes and seals the secrets that sign deliveries.</summary>
public interface IWebhookSecrets
{
    /// <summary>Makes a secret of 256 random bits.</summary>
    /// <param name="webhook">The name of the webhook to which it is bound.</param>
    /// <returns>The clear text, for the owner alone, and what is kept.</returns>
    MintedWebhookSecret Mint(string webhook);
}

/// <summary>A secret fresh from the mint.</summary>
/// <param name="Clear">The clear text.</param>
/// <param name="Sealed">What is kept.</param>
public sealed record MintedWebhookSecret(Secret Clear, byte[] Sealed);

/// <summary>A webhook with a secret that nobody sees a second time.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Secret">The secret.</param>
public sealed record MintedWebhook(Webhook Webhook, Secret Secret);

/// <summary>What this board lets webhooks deliver to.</summary>
/// <param name="IsHttpToLoopbackAllowed">Whether http will do for this machine itself.</param>
/// <param name="MayReach">Whether an address may be reached, as far as it says so itself: numbers do, and so does <c>localhost</c>. What another name stands for is
/// looked at each time that it is connected to.</param>
public sealed record WebhookRules(bool IsHttpToLoopbackAllowed, Predicate<Uri> MayReach);
