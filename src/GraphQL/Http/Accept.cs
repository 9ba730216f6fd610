using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Exams.GraphQL.Http;

/// <summary>Media types in which an answer can be written.</summary>
internal enum MediaType
{
    /// <summary>None that the client would read.</summary>
    None,

    /// <summary><c>application/json</c>.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>.</summary>
    GraphQLResponse,

    /// <summary><c>text/event-stream</c>.</summary>
    EventStream,
}

/// <summary>What a client wants to read (GraphQL over HTTP, "Accept").</summary>
/// <param name="Preferred">The type to answer in.</param>
/// <param name="AllowsEventStream">Whether a stream may be answered as one, though another type is preferred.</param>
internal readonly record struct Accept(MediaType Preferred, bool AllowsEventStream)
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";
    private const string EventStream = "text/event-stream";

    /// <summary>Reads the header. A missing one, and one that names nothing but wildcards, means <c>application/json</c>.</summary>
    public static Accept Parse(StringValues header)
    {
        if (header.Count == 0)
        {
            return new Accept(MediaType.Json, AllowsEventStream: false);
        }

        if (header.Count == 1)
        {
            switch (header[0])
            {
                case null or "" or "*/*" or Json:
                    return new Accept(MediaType.Json, AllowsEventStream: false);
                case GraphQLResponse:
                    return new Accept(MediaType.GraphQLResponse, AllowsEventStream: false);
            }
        }

        return MediaTypeHeaderValue.TryParseList(header, out var ranges) ? Choose(ranges) : default;
    }

    /// <summary>The value of the response header.</summary>
    public static string ContentType(MediaType type) => type switch
    {
        MediaType.GraphQLResponse => "application/graphql-response+json; charset=utf-8",
        MediaType.EventStream => "text/event-stream; charset=utf-8",
        _ => "application/json; charset=utf-8",
    };

    private static Accept Choose(IList<MediaTypeHeaderValue> ranges)
    {
        double json = 0, graphQL = 0, stream = 0, wildcard = 0;
        foreach (var range in ranges)
        {
            if (range.Charset.HasValue && !range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var quality = range.Quality ?? 1;
            switch (range.MediaType.Value?.ToLowerInvariant())
            {
                case Json: json = Math.Max(json, quality); break;
                case GraphQLResponse: graphQL = Math.Max(graphQL, quality); break;
                case EventStream: stream = Math.Max(stream, quality); break;
                case "*/*" or "application/*": wildcard = Math.Max(wildcard, quality); break;
            }
        }

        // At equal quality a single response goes before a stream: clients that list everything mean that for subscriptions.
        var best = Math.Max(json, Math.Max(graphQL, stream));
        var preferred = best > 0
            ? graphQL == best ? MediaType.GraphQLResponse : json == best ? MediaType.Json : MediaType.EventStream
            : wildcard > 0 ? MediaType.Json : MediaType.None;
        return new Accept(preferred, stream > 0);
    }
}
