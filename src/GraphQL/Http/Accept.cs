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
/// <param name="Refusal">Why no type can be chosen; null when one was.</param>
internal readonly record struct Accept(MediaType Preferred, bool AllowsEventStream, Refusal? Refusal = null)
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";
    private const string EventStream = "text/event-stream";

    /// <summary>Reads the header.</summary>
    /// <param name="header">Its value.</param>
    /// <param name="style">Decides which form a client gets that takes anything, by a wildcard or by saying nothing.</param>
    public static Accept Parse(StringValues header, ResponseStyle style)
    {
        var anything = style == ResponseStyle.HotChocolate ? MediaType.GraphQLResponse : MediaType.Json;
        if (header.Count == 0)
        {
            return new Accept(anything, AllowsEventStream: false);
        }

        if (header.Count == 1)
        {
            switch (header[0])
            {
                case null or "":
                    return new Accept(anything, AllowsEventStream: false);
                case "*/*":
                    return new Accept(anything, AllowsEventStream: true);
                case Json:
                    return new Accept(MediaType.Json, AllowsEventStream: false);
                case GraphQLResponse:
                    return new Accept(MediaType.GraphQLResponse, AllowsEventStream: false);
            }
        }

        return MediaTypeHeaderValue.TryParseList(header, out var ranges) && ranges.Count > 0
            ? Choose(ranges, anything)
            : new Accept(MediaType.None, AllowsEventStream: false, Refusal.UnreadableAccept);
    }

    /// <summary>The value of the response header.</summary>
    public static string ContentType(MediaType type) => type switch
    {
        MediaType.GraphQLResponse => "application/graphql-response+json; charset=utf-8",
        MediaType.EventStream => "text/event-stream; charset=utf-8",
        _ => "application/json; charset=utf-8",
    };

    private static Accept Choose(IList<MediaTypeHeaderValue> ranges, MediaType anything)
    {
        double json = 0, graphQL = 0, stream = 0, wildcard = 0;
        var takesAll = false;
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
                case "*/*":
                    takesAll |= quality > 0;
                    wildcard = Math.Max(wildcard, quality);
                    break;
                case "application/*": wildcard = Math.Max(wildcard, quality); break;
            }
        }

        // At equal quality a single response goes before a stream: clients that list everything mean that for subscriptions.
        var best = Math.Max(json, Math.Max(graphQL, stream));
        var preferred = best > 0
            ? graphQL == best ? MediaType.GraphQLResponse : json == best ? MediaType.Json : MediaType.EventStream
            : wildcard > 0 ? anything : MediaType.None;
        return new Accept(preferred, stream > 0 || takesAll, preferred == MediaType.None ? Refusal.NotAcceptable : null);
    }
}
