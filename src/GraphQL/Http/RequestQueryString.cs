using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Exams.GraphQL.Http;

/// <summary>Reads a request from a query string (GraphQL over HTTP, "GET"). An empty parameter counts as absent.</summary>
internal static class RequestQueryString
{
    /// <summary>Reads the parameters.</summary>
    /// <param name="query">The query string.</param>
    /// <param name="form">What the request may look like.</param>
    /// <param name="request">The request, when nothing is wrong.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Refusal? TryRead(IQueryCollection query, RequestForm form, out RequestParameters? request)
    {
        request = null;
        var document = Last(query, "query");
        if (TryObject(query, "variables", out var variables) is { } wrongVariables)
        {
            return wrongVariables;
        }

        if (TryObject(query, "extensions", out var extensions) is { } wrongExtensions)
        {
            variables?.Dispose();
            return wrongExtensions;
        }

        request = new RequestParameters
        {
            Document = Encoding.UTF8.GetBytes(document ?? ""),
            DocumentId = Last(query, "id") ?? Last(query, "documentId") ?? Last(query, "doc_id"),
            OperationName = Last(query, "operationName"),
        }.With(variables, extensions);
        if (!form.NeedsDocument || request.NamesDocument(hasText: document is not null))
        {
            return null;
        }

        request.Dispose();
        request = null;
        return Refusal.NoDocument;
    }

    private static string? Last(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) && values is [.., { Length: > 0 } last] ? last : null;

    private static Refusal? TryObject(IQueryCollection query, string name, out JsonDocument? document)
    {
        document = null;
        if (Last(query, name) is not { } text)
        {
            return null;
        }

        try
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = RequestJson.MaxDepth });
            reader.Read();
            if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
            {
                return Refusal.Malformed($"The {name} must be an object or null.");
            }

            if (!JsonText.Skip(ref reader))
            {
                return Refusal.Unparsable($"The {name} hold half a surrogate pair.");
            }

            document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = RequestJson.MaxDepth });
            return null;
        }
        catch (JsonException)
        {
            return Refusal.NotJson with { Message = $"The {name} are not valid JSON." };
        }
    }
}
