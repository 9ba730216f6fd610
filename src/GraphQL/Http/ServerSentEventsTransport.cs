using Exams.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Exams.GraphQL.Http;

/// <summary>GraphQL over server-sent events, "distinct connections": everything the request leads to, errors included, goes through
/// the stream with status 200. Requests come by POST or GET.</summary>
internal sealed class ServerSentEventsTransport : IHttpTransport
{
    /// <inheritdoc/>
    public bool Supports(GraphQLCall call)
    {
        var method = call.Context.Request.Method;
        return call.Accept.Preferred == MediaType.EventStream
            && (HttpMethods.IsPost(method) || (HttpMethods.IsGet(method) && call.Options.EnableGetRequests));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(GraphQLCall call)
    {
        if (HttpMethods.IsGet(call.Context.Request.Method))
        {
            await RunAsync(call, GetTransport.TryRead(call, out var asked), asked, AllowedOperations.Query | AllowedOperations.Subscription);
            return;
        }

        var (body, wrongBody) = await PostTransport.ReadAsync(call);
        using (body)
        {
            if (wrongBody is not null)
            {
                await ResponseWriter.WriteAsync(call, wrongBody);
                return;
            }

            var wrong = RequestJson.TryRead(body!.Bytes, out var request);
            await RunAsync(call, wrong, request, AllowedOperations.All);
        }
    }

    private static async Task RunAsync(GraphQLCall call, Refusal? wrong, RequestParameters? request, AllowedOperations allowed)
    {
        if (wrong is not null)
        {
            await ResponseWriter.WriteAsync(call, wrong);
            return;
        }

        using (request)
        {
            await EventStream.WriteAsync(call, await call.Executor.ExecuteAsync(call.Request(request!, allowed), call.Context.RequestAborted));
        }
    }
}
