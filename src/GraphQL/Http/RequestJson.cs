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

    /// <summary>Whether a body holds a list.</summary>
    public static bool IsList(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8).StartsWith("["u8);

    /// <summary>Reads a body that holds one request.</summary>
    /// <param name="body">The whole text; the document and variables may point into it afterwards.</param>
    /// <param name="form">What the request may look like.</param>
    /// <param name="request">The request, when nothing is wrong.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Refusal? TryRead(ReadOnlyMemory<byte> body, RequestForm form, out RequestParameters? request)
    {
        request = null;
        if (TryOpen(ref body) is { } refusal)
        {
            return refusal;
        }

        try
        {
            var reader = Reader(body);
            reader.Read();
            var wrong = reader.TokenType switch
            {
                JsonTokenType.StartObject => ReadOne(body, form, ref reader, out request),
                JsonTokenType.StartArray => Refusal.Batch,
                _ => Refusal.Malformed("The request must be a JSON object."),
            };
            if (wrong is null)
            {
                ThrowIfMore(ref reader);
            }

            return wrong;
        }
        catch (JsonException)
        {
            request?.Dispose();
            request = null;
            return Refusal.NotJson;
        }
    }

    /// <summary>Reads a body that holds a list of requests.</summary>
    /// <param name="body">The whole text; documents and variables may point into it afterwards.</param>
    /// <param name="form">What the requests may look like.</param>
    /// <param name="requests">The requests; empty when something is wrong.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Refusal? TryReadList(ReadOnlyMemory<byte> body, RequestForm form, out List<RequestParameters> requests)
    {
        requests = [];
        var refusal = TryOpen(ref body);
        try
        {
            refusal ??= ReadList(body, form, requests);
        }
        catch (JsonException)
        {
            refusal = Refusal.NotJson;
        }

        if (refusal is not null)
        {
            requests.ForEach(r => r.Dispose());
            requests.Clear();
        }

        return refusal;
    }

    // Reads one request from an object that the reader has just entered.
    private static Refusal? ReadOne(ReadOnlyMemory<byte> text, RequestForm form, ref Utf8JsonReader reader, out RequestParameters? request)
    {
        request = null;
        ReadOnlyMemory<byte>? document = null;
        string? operationName = null, id = null;
        Range variables = default, extensions = default;
        Refusal? refusal = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!JsonText.IsSound(ref reader))
            {
                return BrokenUnicode();
            }

            var name = NameAt(ref reader);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var type = reader.TokenType;
            if (type == JsonTokenType.String && !JsonText.IsSound(ref reader))
            {
                return BrokenUnicode();
            }

            switch (name, type)
            {
                case (Name.Query, JsonTokenType.String): document = JsonText.Unescape(text, ref reader); break;
                case (Name.Query, JsonTokenType.Null): document = null; break;
                case (Name.OperationName, JsonTokenType.String): operationName = reader.GetString(); break;
                case (Name.OperationName, JsonTokenType.Null): operationName = null; break;
                case (Name.Id, JsonTokenType.String): id = reader.GetString(); break;
                case (Name.Variables or Name.Extensions, JsonTokenType.StartObject or JsonTokenType.Null) or (Name.Unknown or Name.Id, _): break;
                case (Name.Variables, JsonTokenType.StartArray) when form.MaxBatchSize > 0: break;
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

        if (refusal is not null)
        {
            return refusal;
        }

        request = new RequestParameters
        {
            Document = document ?? default,
            DocumentId = string.IsNullOrEmpty(id) ? null : id,
            OperationName = string.IsNullOrEmpty(operationName) ? null : operationName,
        }.With(Parse(text, variables), Parse(text, extensions));
        refusal = form.NeedsDocument && !request.NamesDocument(document is not null) ? Refusal.NoDocument : WrongRuns(request, form);
        if (refusal is not null)
        {
            request.Dispose();
            request = null;
        }

        return refusal;
    }

    private static Refusal? WrongRuns(RequestParameters request, RequestForm form) =>
        !request.IsVariableBatch ? null
        : request.Runs == 0 ? Refusal.Malformed("The list of variables is empty.")
        : request.Runs > form.MaxBatchSize ? Refusal.TooManyRuns
        : request.Variables.EnumerateArray().All(v => v.ValueKind is JsonValueKind.Object or JsonValueKind.Null) ? null
        : Refusal.Malformed("Each of the variables must be an object or null.");

    private enum Name
    {
        Unknown,
        Query,
        Id,
        OperationName,
        Variables,
        Extensions,
    }

    private static Name NameAt(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("query"u8) ? Name.Query
        : reader.ValueTextEquals("operationName"u8) ? Name.OperationName
        : reader.ValueTextEquals("variables"u8) ? Name.Variables
        : reader.ValueTextEquals("extensions"u8) ? Name.Extensions
        : reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("documentId"u8) || reader.ValueTextEquals("doc_id"u8) ? Name.Id
        : Name.Unknown;

    private static Refusal? ReadList(ReadOnlyMemory<byte> body, RequestForm form, List<RequestParameters> requests)
    {
        var reader = Reader(body);
        reader.Read();
        var runs = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (runs >= form.MaxBatchSize)
            {
                return Refusal.TooManyRuns;
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return Refusal.Malformed("Each request of a batch must be a JSON object.");
            }

            if (ReadOne(body, form, ref reader, out var request) is { } wrong)
            {
                return wrong;
            }

            requests.Add(request!);
            runs += request!.Runs;
        }

        ThrowIfMore(ref reader);
        return runs > form.MaxBatchSize ? Refusal.TooManyRuns
            : requests.Count > 0 ? null : Refusal.Unparsable("The batch has no requests.");
    }

    private static Refusal? TryOpen(ref ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }

        return body.Span.IsEmpty ? Refusal.Unparsable("The request is empty.")
            : Utf8.IsValid(body.Span) ? null
            : Refusal.Unparsable("The request is not UTF-8 text.");
    }

    private static Utf8JsonReader Reader(ReadOnlyMemory<byte> body) => new(body.Span, new JsonReaderOptions { MaxDepth = MaxDepth });

    // Reading on finds out whether anything stands behind the value; the reader throws when something does.
    private static void ThrowIfMore(ref Utf8JsonReader reader) => reader.Read();

    private static JsonDocument? Parse(ReadOnlyMemory<byte> text, Range span) =>
        span.Equals(default) ? null : JsonDocument.Parse(text[span], DocumentOptions);

    private static Refusal BrokenUnicode() => Refusal.Unparsable("The request holds half a surrogate pair.");
}
