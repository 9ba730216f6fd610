using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Webhooks;

/// <summary>Subscriptions that shape what webhooks send.</summary>
public interface IWebhookDocuments
{
    /// <summary>Says what is wrong with a document.</summary>
    /// <param name="document">The document; null for the plain facts, which a board may not answer either.</param>
    /// <param name="owner">Whose webhook it is for.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>A sentence; null when nothing is.</returns>
    Task<string?> FaultOfAsync(string? document, Caller owner, CancellationToken ct);

    /// <summary>Makes what is sent: the document's answer to an event, with what its owner may read now.</summary>
    /// <param name="document">The document; null for the plain facts.</param>
    /// <param name="owner">For whom, as they are now.</param>
    /// <param name="news">The event; its owner may hear of it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The answer in UTF-8.</returns>
    /// <exception cref="InvalidOperationException">The document is not answered any more.</exception>
    Task<WebhookBody> RenderAsync(string? document, Caller owner, NewsItem news, CancellationToken ct);

    /// <summary>The id under which a delivery is found in the API.</summary>
    /// <param name="delivery">Its row.</param>
    /// <returns>The id.</returns>
    string IdOf(WebhookDelivery delivery);

    /// <summary>The id under which an event is found in the API.</summary>
    /// <param name="news">The event.</param>
    /// <returns>The id.</returns>
    string IdOf(NewsItem news);
}

/// <summary>What is sent.</summary>
/// <param name="Bytes">JSON in UTF-8; empty when the owner has asked for too much lately and must wait.</param>
/// <param name="RetryAfter">How long to wait; null when there is something to send.</param>
public sealed record WebhookBody(ReadOnlyMemory<byte> Bytes, TimeSpan? RetryAfter = null);
