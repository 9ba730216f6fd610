using Exams.GraphQL.Language;

namespace Exams.GraphQL.Execution;

/// <summary>What became of a request: one response or a stream of them.</summary>
public abstract class OperationResult;

/// <summary>How far a request came; transports turn it into a status.</summary>
public enum ResponseKind
{
    /// <summary>The operation ran; the response has a <c>data</c> entry, perhaps null, perhaps with errors.</summary>
    Executed,

    /// <summary>The document cannot be parsed; no <c>data</c> entry.</summary>
    SyntaxError,

    /// <summary>Validation, operation name, variables, cost or another limit; no <c>data</c> entry.</summary>
    RequestError,

    /// <summary>The transport may not carry this kind of operation; no <c>data</c> entry.</summary>
    OperationNotAllowed,

    /// <summary>The client has spent what it may; no <c>data</c> entry. It may come again after <see cref="Response.RetryAfter"/>.</summary>
    Throttled,
}

/// <summary>One response, ready as bytes (specification, "Response Format").</summary>
public sealed class Response : OperationResult, IDisposable
{
    // Either a buffer of its own, or bytes that others have too: responses are made at every request, so they are kept small.
    private readonly object _body;
    private readonly long _retryTicks = -1;

    /// <summary>A response of its own.</summary>
    /// <param name="kind">How far it came.</param>
    /// <param name="body">The JSON text; disposed with the response.</param>
    public Response(ResponseKind kind, JsonBuffer body) => (Kind, _body) = (kind, body);

    /// <summary>A response that many requests get; it may be disposed by each of them.</summary>
    /// <param name="kind">How far it came.</param>
    /// <param name="body">The JSON text; never changes.</param>
    public Response(ResponseKind kind, ReadOnlyMemory<byte> body) => (Kind, _body) = (kind, body);

    /// <summary>How far it came.</summary>
    public ResponseKind Kind { get; }

    /// <summary>How long to wait before the same can be asked again; null unless the client was throttled.</summary>
    public TimeSpan? RetryAfter
    {
        get => _retryTicks < 0 ? null : TimeSpan.FromTicks(_retryTicks);
        init => _retryTicks = value?.Ticks ?? -1;
    }

    /// <summary>True when <c>data</c> is present and null, or errors came with data.</summary>
    public bool HasErrors { get; init; }

    /// <summary>How many errors it has.</summary>
    public int ErrorCount { get; init; }

    /// <summary>The JSON text in UTF-8; valid until disposed.</summary>
    public ReadOnlyMemory<byte> Body => _body is JsonBuffer own ? own.Written : (ReadOnlyMemory<byte>)_body;

    /// <inheritdoc/>
    public void Dispose() => (_body as JsonBuffer)?.Dispose();
}

/// <summary>A response for each event of a subscription (specification, "Response Stream"), or one response in several payloads
/// (incremental delivery).</summary>
/// <param name="responses">The responses; reading starts the source stream, disposing the enumerator ends it.</param>
/// <param name="end">Ends a source stream that nobody came to read; may be called more than once.</param>
public sealed class ResponseStream(IAsyncEnumerable<Response> responses, Func<ValueTask>? end = null) : OperationResult, IAsyncDisposable
{
    /// <summary>Whether these are the payloads of one response (incremental delivery) rather than responses to events.</summary>
    public bool IsIncremental { get; init; }

    /// <summary>The responses; each is to be disposed by the reader.</summary>
    public IAsyncEnumerable<Response> Responses { get; } = responses;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => end?.Invoke() ?? default;
}
