using Exams.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Exams.GraphQL.Http;

/// <summary>GET with a query string (GraphQL over HTTP, "GET"): queries, and subscriptions where an event
/// stream is asked for.</summary>
internal sealed class GetTransport : IHttpTransport
{
    private const string PreflightHeader = "GraphQL-Preflight";

    /// <inheritdoc/>
    public bool Supports(GraphQLCall call) => call.Options.EnableGetRequests && HttpMethods.IsGet(call.Context.Request.Method);

    /// <inheritdoc/>
    public async Task HandleAsync(GraphQLCall call)
    {
        if (call.Accept.Refusal is { } unacceptable)
        {
            await ResponseWriter.WriteAsync(call, unacceptable);
            return;
        }

        var wrong = call.Options.EnforceGetRequestsPreflightHeader && !call.Context.Request.Headers.ContainsKey(PreflightHeader)
            ? Refusal.Preflight
            : null;
        RequestParameters? request = null;
        if ((wrong ?? RequestQueryString.TryRead(call.Context.Request.Query, call.Form, out request)) is { } refusal)
        {
            await ResponseWriter.WriteAsync(call, refusal);
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
}
