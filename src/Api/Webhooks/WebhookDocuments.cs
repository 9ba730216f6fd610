using System.Text;
using System.Text.Json.Nodes;
using Exams.Api.News;
using Exams.Domain.News;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Security;

namespace Exams.Api.Webhooks;

/// <summary>Answers webhooks' subscriptions: as requests of their owners, which nobody sent, with one event each.</summary>
internal sealed class WebhookDocuments(IRequestExecutorResolver executors, IServiceScopeFactory scopes, IHttpContextAccessor accessor, NumberMask mask) : IWebhookDocuments
{
    private const string Field = "onEvent";
    private const int MostCharacters = 10_000;

    private static readonly ReadOnlyMemory<byte> Plain = Encoding.UTF8.GetBytes(
        "subscription { onEvent { id cursor type at centreNumber series candidateNumber syllabusCode qualificationCode audience releaseAt } }");

    /// <inheritdoc/>
    public async Task<string?> FaultOfAsync(string? document, Caller owner, CancellationToken ct)
    {
        if (document is not null && ShapeFaultOf(document) is { } fault)
        {
            return fault;
        }

        // Priced and not run: what would be refused at every event is refused now.
        var executor = await executors.GetRequestExecutorAsync(cancellationToken: ct);
        await using var scope = scopes.CreateAsyncScope();
        using var response = (Response)await executor.ExecuteAsync(Request(TextOf(document), owner, scope.ServiceProvider, CostMode.Validate), ct);
        return response.HasErrors || response.Kind != ResponseKind.Executed
            ? Sentence(JsonNode.Parse(response.Body.Span)!["errors"]![0]!["message"]!.GetValue<string>())
            : null;
    }

    /// <inheritdoc/>
    public async Task<WebhookBody> RenderAsync(string? document, Caller owner, NewsItem news, CancellationToken ct)
    {
        var executor = await executors.GetRequestExecutorAsync(cancellationToken: ct);
        await using var scope = scopes.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = ct };
        CurrentCaller.Of(http).Caller = owner;
        EventAtHand.Set(http, news);
        accessor.HttpContext = http;
        try
        {
            var result = await executor.ExecuteAsync(Request(TextOf(document), owner, scope.ServiceProvider, CostMode.Silent), ct);
            if (result is Response refusal)
            {
                using (refusal)
                {
                    return refusal.Kind == ResponseKind.Throttled
                        ? new WebhookBody(ReadOnlyMemory<byte>.Empty, refusal.RetryAfter ?? TimeSpan.FromSeconds(1))
                        : throw new InvalidOperationException("The document is not answered any more.");
                }
            }

            await using var stream = (ResponseStream)result;
            await foreach (var response in stream.Responses)
            {
                using (response)
                {
                    return new WebhookBody(response.Body.ToArray());
                }
            }

            throw new InvalidOperationException("The event was not answered.");
        }
        finally
        {
            accessor.HttpContext = null;
        }
    }

    /// <inheritdoc/>
    public string IdOf(WebhookDelivery delivery) => NodeId.Encode(nameof(WebhookDelivery), mask.Hide(delivery.Id));

    /// <inheritdoc/>
    public string IdOf(NewsItem news) => NodeId.Encode("Event", mask.Hide(news.Sequence));

    private static OperationRequest Request(ReadOnlyMemory<byte> document, Caller owner, IServiceProvider services, CostMode cost) => new()
    {
        Document = document,
        User = CallerPrincipal.Of(owner),
        Services = services,
        Allowed = AllowedOperations.Subscription,
        Cost = cost,
    };

    private static ReadOnlyMemory<byte> TextOf(string? document) => document is null ? Plain : Encoding.UTF8.GetBytes(document);

    private static string? ShapeFaultOf(string document) =>
        document.Length > MostCharacters ? $"It has more than {MostCharacters} characters."
        : Parser.TryParse(new Source(Encoding.UTF8.GetBytes(document)), ParserLimits.Default, out var tree, out var error) ? ShapeFault(tree)
        : Sentence(error.Message);

    private static string? ShapeFault(DocumentNode tree) =>
        tree.Definitions.OfType<OperationDefinitionNode>().ToList() is not [{ Operation: OperationType.Subscription } operation] ? "It must hold one operation, a subscription."
        : operation.VariableDefinitions.Count > 0 ? "It has variables."
        : operation.SelectionSet.Selections is not [FieldNode field] || field.Name.Value != Field || field.Directives.Count > 0 ? "It must select onEvent and nothing beside it."
        : field.Arguments.Count > 0 ? "It has arguments; the webhook says which events it wants."
        : null;

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";
}
