using System.Text.Json;

namespace Exams.GraphQL.Http;

/// <summary>The parameters of a request (GraphQL over HTTP, "Request Parameters"). Elements live until disposed.</summary>
internal sealed class RequestParameters : IDisposable
{
    private JsonDocument? _variables;
    private JsonDocument? _extensions;

    /// <summary>The document; it may point into the buffer the request came in.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>The operation to run; null when the document has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>Variables; undefined for none.</summary>
    public JsonElement Variables => _variables?.RootElement ?? default;

    /// <summary>Extensions; undefined for none.</summary>
    public JsonElement Extensions => _extensions?.RootElement ?? default;

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
