using Exams.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Exams.GraphQL.Http;

/// <summary>GET with a query string (GraphQL over HTTP, "GET"): queries only.</summary>
internal sealed class GetTransport : IHttpTransport
{
    private const string PreflightHeader = "GraphQL-Preflight";

    /// <inheritdoc/>
    public bool Supports(GraphQLCall call) => call.Options.EnableGetRequests && HttpMethods.IsGet(call.Context.Request.Method);

    /// <inheritdoc/>
    public async Task HandleAsync(GraphQLCall call)
    {
        if (call.Accept.Refusal is { } refusal)
        {
            await ResponseWriter.WriteAsync(call, refusal);
            return;
        }

        var wrong = TryRead(call, out var request);
        if (wrong is not null)
        {
            await ResponseWriter.WriteAsync(call, wrong);
            return;
        }

        using (request)
        {
            var allowed = call.Accept.AllowsEventStream
                ? AllowedOperations.Query | AllowedOperations.Subscription
                : AllowedOperations.Query;
            var result = await call.Executor.ExecuteAsync(call.Request(request!, allowed), call.Context.RequestAborted);
            await ResponseWriter.WriteAsync(call, result);
        }
    }

    /// <summary>Reads the query string, where the preflight header allows it.</summary>
    internal static Refusal? TryRead(GraphQLCall call, out RequestParameters? request)
    {
        request = null;
        return call.Options.EnforceGetRequestsPreflightHeader && !call.Context.Request.Headers.ContainsKey(PreflightHeader)
            ? Refusal.Preflight
            : RequestQueryString.TryRead(call.Context.Request.Query, out request);
    }
}
