using System.Globalization;
using System.Text;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;

namespace Exams.World;

/// <summary>Answers webhooks without an engine: the type and number of the event, and whose it is.</summary>
public sealed class PlainWebhookDocuments : IWebhookDocuments
{
    /// <summary>A document that is refused.</summary>
    public const string Bad = "bad";

    public Task<string?> FaultOfAsync(string? document, Caller owner, CancellationToken ct) => Task.FromResult(document == Bad ? "It is bad." : null);

    public Task<WebhookBody> RenderAsync(string? document, Caller owner, NewsItem news, CancellationToken ct) =>
        Task.FromResult(new WebhookBody(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $$"""{"type":"{{news.Type}}","event":{{news.Sequence}},"done":{{news.Done ?? 0}},"owner":"{{owner.AuditName}}"}"""))));

    public string IdOf(WebhookDelivery delivery) => delivery.Id.ToString(CultureInfo.InvariantCulture);

    public string IdOf(NewsItem news) => news.Sequence.ToString(CultureInfo.InvariantCulture);
}
