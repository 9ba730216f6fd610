using System.Text.Json;

namespace Exams.GraphQL.Http;

/// <summary>The parameters of a request (GraphQL over HTTP, "Request Parameters"). Elements live until disposed.</summary>
internal sealed class RequestParameters : IDisposable
{
    private JsonDocument? _variables;
    private JsonDocument? _extensions;

    /// <summary>The document; it may point into the buffer the request came in. Empty where only its id was sent.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>Which document to run, by its id; null where its text was sent.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The operation to run; null when the document has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>Variables; undefined for none. A list of them asks for several runs.</summary>
    public JsonElement Variables => _variables?.RootElement ?? default;

    /// <summary>Extensions; undefined for none.</summary>
    public JsonElement Extensions => _extensions?.RootElement ?? default;

    /// <summary>How often the operation is to run: once for each set of variables, where there is a list of them.</summary>
    public int Runs => IsVariableBatch ? Variables.GetArrayLength() : 1;

    /// <summary>Whether there is a list of variables.</summary>
    public bool IsVariableBatch => Variables.ValueKind == JsonValueKind.Array;

    /// <summary>Whether the request says which document it means, by its text, its id or its hash.</summary>
    /// <param name="hasText">Whether a text was sent, an empty one included.</param>
    public bool NamesDocument(bool hasText) =>
        hasText || DocumentId is not null
        || (Extensions.ValueKind == JsonValueKind.Object && Extensions.TryGetProperty("persistedQuery"u8, out _));

    /// <summary>Takes over the parsed objects.</summary>
    public RequestParameters With(JsonDocument? variables, JsonDocument? extensions)
    {
        _variables = variables;
        _extensions = extensions;
        return this;
    }

    public void Dispose()
    {
        _variables?.Dispose();
        _extensions?.Dispose();
    }
}
