using Exams.Domain.Vocabulary;

namespace Exams.Domain.Webhooks;

/// <summary>There is no such webhook, or it is somebody else's: the answer is the same.</summary>
public sealed record WebhookNotFound() : Refusal("WEBHOOK_NOT_FOUND", "There is no such webhook, or it is not one of yours.", "id");

/// <summary>There is no such delivery, or it is somebody else's, or its thirty days are over.</summary>
public sealed record DeliveryNotFound() : Refusal("DELIVERY_NOT_FOUND", "There is no such delivery, or it is not one of yours.", "id");

/// <summary>The address cannot be one of a webhook.</summary>
/// <param name="Why">The end of a sentence.</param>
public sealed record WebhookAddressRefused(string Why) : Refusal("WEBHOOK_ADDRESS_REFUSED", $"The address {Why}.", "url");

/// <summary>The address is one of this machine or of a private network, where nothing is ever delivered.</summary>
/// <param name="Host">The host that the address names.</param>
public sealed record WebhookAddressNotPublic(string Host) : Refusal(
    "WEBHOOK_ADDRESS_NOT_PUBLIC", $"Events are delivered to public addresses alone, and {Host} is none.", "url");

/// <summary>The client for which it delivered was revoked, so it never delivers again.</summary>
public sealed record WebhookOwnerRevoked() : Refusal(
    "WEBHOOK_OWNER_REVOKED", "The client for which this webhook delivered was revoked: delete the webhook and make one for another client.", "id");

/// <summary>The document cannot shape deliveries.</summary>
/// <param name="Why">A sentence.</param>
public sealed record WebhookDocumentRefused(string Why) : Refusal(
    "WEBHOOK_DOCUMENT_REFUSED", $"A webhook's document is one subscription of onEvent without arguments and variables. {Why}", "document");

/// <summary>The caller has as many webhooks as one may have.</summary>
/// <param name="Most">How many that is.</param>
public sealed record TooManyWebhooks(int Most) : Refusal("TOO_MANY_WEBHOOKS", $"You have {Most} webhooks already, which is as many as there may be.");

/// <summary>One who may not hear events cannot have them delivered.</summary>
public sealed record MayNotHear() : Refusal("MAY_NOT_HEAR", "Webhooks deliver events, which you may not read: the permission events:read is needed besides.");
