using System.Text.Json;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Http.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Exams.GraphQL.Http;

/// <summary>A document named by an address.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OperationName">Which of its operations; null where the request may say it.</param>
internal sealed record NamedDocument(string Id, string? OperationName);

/// <summary>One HTTP request to an endpoint, with what every transport needs for it.</summary>
/// <param name="Context">The request.</param>
/// <param name="Executor">Whoever runs operations.</param>
/// <param name="Options">What the endpoint offers.</param>
/// <param name="Accept">What the client wants to read.</param>
/// <param name="Sockets">Open sockets of the endpoint, counted.</param>
internal sealed record GraphQLCall(
    HttpContext Context,
    IRequestExecutor Executor,
    GraphQLServerOptions Options,
    Accept Accept,
    SocketCount Sockets) : IDisposable
{
    private CallServices? _services;

    /// <summary>What a request may look like here.</summary>
    public RequestForm Form => new(Options.EnableBatching ? Options.MaxBatchSize : 0, NeedsDocument: Named is null);

    /// <summary>Longest request body, in bytes.</summary>
    public required int MaxRequestBytes { get; init; }

    /// <summary>The document that the address names; null for addresses that name none.</summary>
    public NamedDocument? Named { get; init; }

    /// <summary>Makes the engine's request from what came over the wire.</summary>
    public OperationRequest Request(RequestParameters parameters, AllowedOperations allowed) =>
        Request(parameters, allowed, _services ??= new CallServices(Context), parameters.Variables, Accept.AllowsParts);

    /// <summary>Makes the engine's request for one run of several.</summary>
    public OperationRequest Request(
        RequestParameters parameters, AllowedOperations allowed, IServiceProvider services, JsonElement variables, bool inParts = false) => new()
    {
        Document = parameters.Document,
        DocumentId = Named?.Id ?? parameters.DocumentId,
        OperationName = Named?.OperationName ?? parameters.OperationName,
        Variables = variables,
        Extensions = parameters.Extensions,
        Services = services,
        User = Context.User,
        Allowed = allowed,
        AllowIncremental = inParts,
        CodeSyntaxErrors = true,
        AllowIntrospection = Options.AllowIntrospection(Context.User),
        AllowSuggestions = Options.AllowSuggestions(Context.User),
        Cost = Context.Request.Headers["GraphQL-Cost"].ToString() switch
        {
            "report" => CostMode.Report,
            "validate" => CostMode.Validate,
            _ => CostMode.Silent,
        },
        Address = Context.Connection.RemoteIpAddress,
    };

    /// <inheritdoc/>
    public void Dispose() => _services?.Dispose();
}
