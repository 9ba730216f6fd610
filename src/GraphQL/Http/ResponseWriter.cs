using System.Buffers;
using System.Globalization;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace Exams.GraphQL.Http;

/// <summary>Writes single responses: bytes as they are, with their length, straight into the server's buffer.</summary>
internal static class ResponseWriter
{
    /// <summary>Writes what became of a request; a stream, and whatever a client wants as one, goes out as a sequence.</summary>
    public static Task WriteAsync(GraphQLCall call, OperationResult result) =>
        result is Response response && call.Accept.Preferred is (MediaType.Json or MediaType.GraphQLResponse)
            ? WriteAsync(call, response)
            : ResponseSequence.WriteAsync(call, result);

    /// <summary>Writes a refusal.</summary>
    public static Task WriteAsync(GraphQLCall call, Refusal refusal)
    {
        var json = new JsonBuffer(256);
        refusal.WriteTo(json);
        var status = ResponseStatus.Of(refusal, call.Options.StatusProfile);
        var wanted = call.Accept.Preferred == MediaType.None
            ? call.Options.ResponseStyle == ResponseStyle.HotChocolate
            : call.Accept.Preferred == MediaType.GraphQLResponse && refusal.Status == StatusCodes.Status400BadRequest;
        var preferred = wanted ? MediaType.GraphQLResponse : MediaType.Json;
        return WriteAsync(call.Context, status, ResponseStatus.TypeFor(status, preferred, call.Options.StatusProfile), json);
    }

    /// <summary>Writes the answers to a list of requests as a list.</summary>
    public static Task WriteAsync(GraphQLCall call, JsonBuffer list) =>
        WriteAsync(call.Context, StatusCodes.Status200OK, call.Accept.Preferred, list);

    private static async Task WriteAsync(GraphQLCall call, Response response)
    {
        using (response)
        {
            var profile = call.Options.StatusProfile;
            var status = ResponseStatus.Of(response, profile, call.Accept.Preferred);
            if (status == StatusCodes.Status405MethodNotAllowed)
            {
                call.Context.Response.Headers.Allow = HttpMethods.Post;
            }

            if (response.RetryAfter is { } wait)
            {
                call.Context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            Write(call.Context.Response, status, ResponseStatus.TypeFor(status, call.Accept.Preferred, profile), response.Body.Span);
            await call.Context.Response.BodyWriter.FlushAsync(call.Context.RequestAborted);
        }
    }

    private static async Task WriteAsync(HttpContext context, int status, MediaType type, JsonBuffer json)
    {
        using (json)
        {
            Write(context.Response, status, type, json.Written.Span);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
    }

    private static void Write(HttpResponse response, int status, MediaType type, ReadOnlySpan<byte> body)
    {
        response.StatusCode = status;
        response.ContentType = Accept.ContentType(type);
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.BodyWriter.Write(body);
    }
}
