using Exams.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Exams.GraphQL.Http;

/// <summary>POST with a JSON body (GraphQL over HTTP, "POST"; GraphQL over SSE, where an event stream is asked for).</summary>
internal sealed class PostTransport : IHttpTransport
{
    /// <inheritdoc/>
    public bool Supports(GraphQLCall call) => HttpMethods.IsPost(call.Context.Request.Method);

    /// <inheritdoc/>
    public async Task HandleAsync(GraphQLCall call)
    {
        if (call.Accept.Refusal is { } refusal)
        {
            await ResponseWriter.WriteAsync(call, refusal);
            return;
        }

        var (body, wrongBody) = await ReadAsync(call);
        using (body)
        {
            if (wrongBody is not null)
            {
                await ResponseWriter.WriteAsync(call, wrongBody);
                return;
            }

            await (call.Options.EnableBatching && RequestJson.IsList(body!.Value.Bytes.Span)
                ? RunListAsync(call, body.Value.Bytes)
                : RunAsync(call, body!.Value.Bytes));
        }
    }

    // A body of the right type and length.
    private static async ValueTask<(RequestBody? Body, Refusal? Wrong)> ReadAsync(GraphQLCall call)
    {
        var request = call.Context.Request;
        if (!RequestContentType.IsSupported(request.ContentType))
        {
            return (null, Refusal.Unsupported);
        }

        if (request.Headers.ContentEncoding is [var encoding, ..] && !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase))
        {
            return (null, Refusal.Packed);
        }

        try
        {
            var body = await RequestBody.ReadAsync(request, call.MaxRequestBytes, call.Context.RequestAborted);
            return (body, body is null ? Refusal.TooLarge : null);
        }
        catch (Exception broken) when (broken is IOException or InvalidOperationException)
        {
            // Too large or too slow has a status; a chunk whose length fits no number, and a trailer with characters that no header may
            // have, are exceptions of other kinds.
            var status = (broken as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
            return (null, Refusal.Unparsable("The request body could not be read.") with { Status = status });
        }
    }

    private static async Task RunAsync(GraphQLCall call, ReadOnlyMemory<byte> body)
    {
        if (RequestJson.TryRead(body, call.Form, out var request) is { } wrong)
        {
            await ResponseWriter.WriteAsync(call, wrong);
            return;
        }

        await RunAsync(call, request!);
    }

    private static async Task RunAsync(GraphQLCall call, RequestParameters request)
    {
        using (request)
        {
            if (request.IsVariableBatch)
            {
                await new RequestBatch(call, [request], isList: false).RunAsync();
                return;
            }

            var allowed = call.Accept.AllowsEventStream ? AllowedOperations.All : AllowedOperations.Query | AllowedOperations.Mutation;
            var result = await call.Executor.ExecuteAsync(call.Request(request, allowed), call.Context.RequestAborted);
            await ResponseWriter.WriteAsync(call, result);
        }
    }

    private static async Task RunListAsync(GraphQLCall call, ReadOnlyMemory<byte> body)
    {
        if (RequestJson.TryReadList(body, call.Form, out var requests) is { } wrong)
        {
            await ResponseWriter.WriteAsync(call, wrong);
            return;
        }

        if (requests is [var only] && call.Options.ResponseStyle == ResponseStyle.HotChocolate)
        {
            await RunAsync(call, only);
            return;
        }

        try
        {
            await new RequestBatch(call, requests, isList: true).RunAsync();
        }
        finally
        {
            requests.ForEach(r => r.Dispose());
        }
    }
}
