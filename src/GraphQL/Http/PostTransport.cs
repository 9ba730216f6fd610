using Exams.GraphQL.Execution;
using Exams.GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace Exams.GraphQL.Http;

/// <summary>POST with a JSON body (GraphQL over HTTP, "POST").</summary>
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

            await (call.Options.EnableBatching && RequestJson.IsList(body!.Bytes.Span)
                ? RunBatchAsync(call, body.Bytes)
                : RunAsync(call, body!.Bytes));
        }
    }

    /// <summary>Reads a body of the right type and length.</summary>
    internal static async ValueTask<(RequestBody? Body, Refusal? Wrong)> ReadAsync(GraphQLCall call)
    {
        var request = call.Context.Request;
        if (!RequestContentType.IsSupported(request.ContentType))
        {
            return (null, Refusal.Unsupported);
        }

        try
        {
            var body = await RequestBody.ReadAsync(request, call.Options.MaxRequestBytes, call.Context.RequestAborted);
            return (body, body is null ? Refusal.TooLarge : null);
        }
        catch (BadHttpRequestException tooLargeOrTooSlow)
        {
            return (null, Refusal.Unparsable("The request body could not be read.") with { Status = tooLargeOrTooSlow.StatusCode });
        }
    }

    private static AllowedOperations Allowed(GraphQLCall call) => call.Accept.AllowsEventStream
        ? AllowedOperations.All
        : AllowedOperations.Query | AllowedOperations.Mutation;

    private static async Task RunAsync(GraphQLCall call, ReadOnlyMemory<byte> body)
    {
        if (RequestJson.TryRead(body, out var request) is { } wrong)
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
            var result = await call.Executor.ExecuteAsync(call.Request(request, Allowed(call)), call.Context.RequestAborted);
            await ResponseWriter.WriteAsync(call, result);
        }
    }

    private static async Task RunBatchAsync(GraphQLCall call, ReadOnlyMemory<byte> body)
    {
        if (RequestJson.TryReadList(body, call.Options.MaxBatchSize, out var requests) is { } wrong)
        {
            await ResponseWriter.WriteAsync(call, wrong);
            return;
        }

        if (requests is [var only] && call.Options.ResponseStyle == ResponseStyle.HotChocolate)
        {
            await RunAsync(call, only);
            return;
        }

        var list = new JsonBuffer();
        list.WriteRaw((byte)'[');
        foreach (var request in requests)
        {
            if (list.Length > 1)
            {
                list.WriteRaw((byte)',');
            }

            var result = await call.Executor.ExecuteAsync(
                call.Request(request, AllowedOperations.Query | AllowedOperations.Mutation),
                call.Context.RequestAborted);
            request.Dispose();
            if (result is Response response)
            {
                list.WriteRaw(response.Body.Span);
                response.Dispose();
            }
            else
            {
                Refusal.NotAcceptable.WriteTo(list);
            }
        }

        list.WriteRaw((byte)']');
        await ResponseWriter.WriteAsync(call, list);
    }
}
