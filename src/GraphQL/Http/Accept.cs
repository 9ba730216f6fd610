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

    /// <summary><c>multipart/mixed</c>.</summary>
    Multipart,

    /// <summary><c>application/jsonl</c>.</summary>
    JsonLines,
}

/// <summary>What a client wants to read (GraphQL over HTTP, "Accept").</summary>
/// <param name="Preferred">The type to answer in.</param>
/// <param name="Stream">The type for a sequence of responses, though another type is preferred; none when no such type is read.</param>
/// <param name="AllowsEventStream">Whether the client reads event streams, the one form that subscriptions have.</param>
/// <param name="Refusal">Why no type can be chosen; null when one was.</param>
/// <param name="AllowsParts">Whether one response may come as a sequence (incremental delivery): only to clients that name such a type.</param>
internal readonly record struct Accept(
    MediaType Preferred, MediaType Stream, bool AllowsEventStream, Refusal? Refusal = null, bool AllowsParts = false)
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";

    // At equal quality a single response goes before a sequence: clients that list everything mean that for subscriptions and
    // for what is delivered in pieces.
    private static readonly (string Name, MediaType Type)[] Known =
    [
        (GraphQLResponse, MediaType.GraphQLResponse),
        (Json, MediaType.Json),
        ("text/event-stream", MediaType.EventStream),
        ("multipart/mixed", MediaType.Multipart),
        ("application/jsonl", MediaType.JsonLines),
    ];

    /// <summary>Reads the header.</summary>
    /// <param name="header">Its value.</param>
    /// <param name="style">Decides which form a client gets that takes anything, by a wildcard or by saying nothing.</param>
    public static Accept Parse(StringValues header, ResponseStyle style)
    {
        var anything = style == ResponseStyle.HotChocolate ? MediaType.GraphQLResponse : MediaType.Json;
        if (header.Count == 0)
        {
            return Single(anything);
        }

        if (header.Count == 1)
        {
            switch (header[0])
            {
                case null or "":
                    return Single(anything);
                case "*/*":
                    return new Accept(anything, MediaType.EventStream, AllowsEventStream: true);
                case Json:
                    return Single(MediaType.Json);
                case GraphQLResponse:
                    return Single(MediaType.GraphQLResponse);
            }
        }

        return MediaTypeHeaderValue.TryParseList(header, out var ranges) && ranges.Count > 0
            ? Choose(ranges, anything)
            : new Accept(MediaType.None, MediaType.None, AllowsEventStream: false, Refusal.UnreadableAccept);
    }

    /// <summary>The value of the response header, for single responses.</summary>
    public static string ContentType(MediaType type) => type == MediaType.GraphQLResponse
        ? "application/graphql-response+json; charset=utf-8"
        : "application/json; charset=utf-8";

    private static Accept Single(MediaType type) => new(type, MediaType.None, AllowsEventStream: false);

    private static Accept Choose(IList<MediaTypeHeaderValue> ranges, MediaType anything)
    {
        Span<double> qualities = stackalloc double[Known.Length];
        Span<bool> isOfOldDraft = stackalloc bool[Known.Length];
        var takesSome = false;
        var takesAll = false;
        foreach (var range in ranges)
        {
            if (range.Charset.HasValue && !range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var quality = range.Quality ?? 1;
            takesAll |= quality > 0 && range.MatchesAllTypes;
            takesSome |= quality > 0 && (range.MatchesAllTypes || range.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase));
            for (var i = 0; i < Known.Length; i++)
            {
                if (range.MediaType.Equals(Known[i].Name, StringComparison.OrdinalIgnoreCase))
                {
                    qualities[i] = Math.Max(qualities[i], quality);
                    isOfOldDraft[i] |= NamesOldDraft(range);
                }
            }
        }

        var preferred = Best(qualities, 0);
        var stream = Best(qualities, 2);
        var events = takesAll || qualities[2] > 0;
        preferred = preferred == MediaType.None && takesSome ? anything : preferred;
        return new Accept(
            preferred,
            stream == MediaType.None && takesAll ? MediaType.EventStream : stream,
            events,
            preferred == MediaType.None ? Refusal.NotAcceptable : null,
            AllowsParts: stream != MediaType.None && !isOfOldDraft[Array.FindIndex(Known, k => k.Type == stream)]);
    }

    // Clients of earlier drafts say so; they would misread today's payloads and get the response in one.
    private static bool NamesOldDraft(MediaTypeHeaderValue range)
    {
        foreach (var parameter in range.Parameters)
        {
            if (parameter.Name.Equals("deferSpec", StringComparison.OrdinalIgnoreCase)
                || (parameter.Name.Equals("incrementalSpec", StringComparison.OrdinalIgnoreCase)
                    && !parameter.Value.Equals("v0.2", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private static MediaType Best(ReadOnlySpan<double> qualities, int from)
    {
        var best = MediaType.None;
        var highest = 0d;
        for (var i = from; i < qualities.Length; i++)
        {
            if (qualities[i] > highest)
            {
                (best, highest) = (Known[i].Type, qualities[i]);
            }
        }

        return best;
    }
}
