using System.Text.Json;
using System.Text.Unicode;

namespace Exams.GraphQL.Http;

/// <summary>Reads requests from JSON text (GraphQL over HTTP, "JSON Encoding").</summary>
/// <remarks>Of a key that stands twice, the last counts, at every level. Unknown members are ignored, null counts as absent.
/// Everything is checked here, so that no later reader of a string meets broken Unicode.</remarks>
internal static class RequestJson
{
    /// <summary>Deepest nesting of a body.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = MaxDepth };

    /// <summary>Reads a body: one request, or a list of them.</summary>
    /// <param name="body">The whole text; documents and variables may point into it afterwards.</param>
    /// <param name="maxBatch">Most requests in a list; 0 when lists are refused.</param>
    /// <param name="requests">The requests.</param>
    /// <param name="isBatch">Whether they came as a list.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Refusal? TryRead(ReadOnlyMemory<byte> body, int maxBatch, out List<RequestParameters> requests, out bool isBatch)
    {
        requests = [];
        isBatch = false;
        if (body.Span.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }

        if (body.Span.IsEmpty)
        {
            return Refusal.Unparsable("The request is empty.");
        }

        if (!Utf8.IsValid(body.Span))
        {
            return Refusal.Unparsable("The request is not UTF-8 text.");
        }

        try
        {
            var refusal = Read(body, maxBatch, requests, out isBatch);
            if (refusal is not null)
            {
                requests.ForEach(r => r.Dispose());
                requests.Clear();
            }

            return refusal;
        }
        catch (JsonException)
        {
            requests.ForEach(r => r.Dispose());
            requests.Clear();
            return Refusal.Unparsable("The request is not valid JSON.");
        }
    }

    /// <summary>Reads one request from an object that the reader has just entered.</summary>
    public static Refusal? ReadOne(ReadOnlyMemory<byte> text, ref Utf8JsonReader reader, out RequestParameters? request)
    {
        request = null;
        ReadOnlyMemory<byte>? document = null;
        string? operationName = null;
        Range variables = default, extensions = default;
        Refusal? refusal = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Name name = reader.ValueTextEquals("query"u8) ? Name.Query
                : reader.ValueTextEquals("operationName"u8) ? Name.OperationName
                : reader.ValueTextEquals("variables"u8) ? Name.Variables
                : reader.ValueTextEquals("extensions"u8) ? Name.Extensions
                : Name.Unknown;
            if (!JsonText.IsSound(ref reader))
            {
                return BrokenUnicode();
            }

            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var type = reader.TokenType;
            if (type is JsonTokenType.String && name is Name.Query or Name.OperationName && !JsonText.IsSound(ref reader))
            {
                return BrokenUnicode();
            }

            switch (name, type)
            {
                case (Name.Query, JsonTokenType.String): document = JsonText.Unescape(text, ref reader); break;
                case (Name.Query, JsonTokenType.Null): document = null; break;
                case (Name.OperationName, JsonTokenType.String): operationName = reader.GetString(); break;
                case (Name.OperationName, JsonTokenType.Null): operationName = null; break;
                case (Name.Variables or Name.Extensions, JsonTokenType.StartObject or JsonTokenType.Null) or (Name.Unknown, _): break;
                case (Name.Query, _): refusal ??= Refusal.Malformed("The query must be a string."); break;
                case (Name.OperationName, _): refusal ??= Refusal.Malformed("The operationName must be a string or null."); break;
                case (Name.Variables, _): refusal ??= Refusal.Malformed("The variables must be an object or null."); break;
                default: refusal ??= Refusal.Malformed("The extensions must be an object or null."); break;
            }

            if (!JsonText.Skip(ref reader))
            {
                return BrokenUnicode();
            }

            var span = type == JsonTokenType.Null ? default : start..(int)reader.BytesConsumed;
            variables = name == Name.Variables ? span : variables;
            extensions = name == Name.Extensions ? span : extensions;
        }

        if (refusal is not null || document is not { } found)
        {
            return refusal ?? Refusal.NoDocument;
        }

        request = new RequestParameters { Document = found, OperationName = string.IsNullOrEmpty(operationName) ? null : operationName }
            .With(Parse(text, variables), Parse(text, extensions));
        return null;
    }

    private enum Name
    {
        Unknown,
        Query,
        OperationName,
        Variables,
        Extensions,
    }

    private static Refusal? Read(ReadOnlyMemory<byte> body, int maxBatch, List<RequestParameters> requests, out bool isBatch)
    {
        var reader = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        isBatch = reader.TokenType == JsonTokenType.StartArray;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            var wrong = ReadOne(body, ref reader, out var only);
            if (wrong is not null)
            {
                return wrong;
            }

            requests.Add(only!);
        }
        else if (isBatch)
        {
            var wrong = ReadBatch(body, ref reader, maxBatch, requests);
            if (wrong is not null)
            {
                return wrong;
            }
        }
        else
        {
            return Refusal.Malformed("The request must be a JSON object.");
        }

        // Reading on finds out whether anything stands behind the value, which is an error.
        reader.Read();
        return null;
    }

    private static Refusal? ReadBatch(ReadOnlyMemory<byte> body, ref Utf8JsonReader reader, int maxBatch, List<RequestParameters> requests)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (requests.Count >= maxBatch)
            {
                return maxBatch == 0 ? Refusal.Batch : Refusal.Malformed("The batch has too many requests.");
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return Refusal.Malformed("Each request of a batch must be a JSON object.");
            }

            var wrong = ReadOne(body, ref reader, out var request);
            if (wrong is not null)
            {
                return wrong;
            }

            requests.Add(request!);
        }

        return requests.Count > 0 ? null : maxBatch == 0 ? Refusal.Batch : Refusal.Malformed("The batch has no requests.");
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> text, Range span) =>
        span.Equals(default) ? null : JsonDocument.Parse(text[span], DocumentOptions);

    private static Refusal BrokenUnicode() => Refusal.Unparsable("The request holds half a surrogate pair.");
}
