using System.Net;
using System.Security.Claims;
using System.Text.Json;

namespace Exams.GraphQL.Execution;

/// <summary>One GraphQL request, whatever transport it came by (GraphQL over HTTP, "Request Parameters").</summary>
public sealed class OperationRequest
{
    // A byte each, because one of these objects is made for every request.
    private readonly byte _allowed = (byte)AllowedOperations.All;
    private readonly byte _cost;
    private ClaimsPrincipal? _user;

    /// <summary>The document in UTF-8; empty where the client only names it.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>Which document to run, by its id; null where the client sends it. Known to a <see cref="Documents.DocumentsExecutor"/>.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Which operation of the document to run; null when it has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>Variables as a JSON object; undefined or null for none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>Extensions as a JSON object; undefined or null for none.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>Services of the request.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>The parent of root fields; null for none.</summary>
    public object? RootValue { get; init; }

    /// <summary>Who asks; nobody unless set.</summary>
    public ClaimsPrincipal User
    {
        get => _user ??= new ClaimsPrincipal(new ClaimsIdentity());
        init => _user = value;
    }

    /// <summary>Which operations this transport may carry; the executor refuses others before anything runs.</summary>
    public AllowedOperations Allowed
    {
        get => (AllowedOperations)_allowed;
        init => _allowed = (byte)value;
    }

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be asked for.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>Whether error messages may suggest names ("Did you mean …").</summary>
    public bool AllowSuggestions { get; init; } = true;

    /// <summary>Whether the caller can take a response in several payloads; otherwise <c>@defer</c> and <c>@stream</c> change nothing.</summary>
    public bool AllowIncremental { get; init; }

    /// <summary>What the caller wants to know of the operation's cost.</summary>
    public CostMode Cost
    {
        get => (CostMode)_cost;
        init => _cost = (byte)value;
    }

    /// <summary>Whether a document that cannot be parsed is answered with the code <c>HC0011</c>, as bodies are that cannot be read.</summary>
    public bool CodeSyntaxErrors { get; init; }

    /// <summary>Where it comes from; null when nobody can say.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>The same request with other services.</summary>
    internal OperationRequest With(IServiceProvider services) => With(Document, services);

    /// <summary>The same request with the document that it named.</summary>
    internal OperationRequest With(ReadOnlyMemory<byte> document) => With(document, Services);

    private OperationRequest With(ReadOnlyMemory<byte> document, IServiceProvider services) => new()
    {
        Document = document,
        DocumentId = DocumentId,
        OperationName = OperationName,
        Variables = Variables,
        Extensions = Extensions,
        Services = services,
        RootValue = RootValue,
        User = User,
        Allowed = Allowed,
        AllowIntrospection = AllowIntrospection,
        AllowSuggestions = AllowSuggestions,
        AllowIncremental = AllowIncremental,
        Cost = Cost,
        CodeSyntaxErrors = CodeSyntaxErrors,
        Address = Address,
    };
}

/// <summary>Kinds of operations that a transport may carry.</summary>
[Flags]
public enum AllowedOperations
{
    /// <summary>Queries.</summary>
    Query = 1,

    /// <summary>Mutations.</summary>
    Mutation = 2,

    /// <summary>Subscriptions.</summary>
    Subscription = 4,

    /// <summary>Everything.</summary>
    All = Query | Mutation | Subscription,
}
