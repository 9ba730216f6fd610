using System.Diagnostics;
using System.Security.Cryptography;
using Exams.GraphQL.Execution.Requests;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Execution.Diagnostics;

/// <summary>Watches one request from beginning to end.</summary>
/// <param name="time">The clock.</param>
internal sealed class RequestWatch(TimeProvider time) : IDisposable
{
    // Names are the client's words.
    private const int LongestName = 100;
    private readonly Activity? _span = EngineDiagnostics.Begin("graphql.request");
    private readonly long _began = time.GetTimestamp();
    private string? _operation;
    private string? _kind;

    /// <summary>Notes what was asked and what came of it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="node">The operation; null when there is none.</param>
    /// <param name="result">What came of it.</param>
    public void Note(PreparedDocument document, OperationDefinitionNode? node, OperationResult result)
    {
        _operation = node is null ? null : KindOf(node.Operation);
        _kind = (result as Response)?.Kind.ToString() ?? "Stream";
        var errors = (result as Response)?.ErrorCount ?? 0;
        EngineDiagnostics.Err(errors, _operation);
        if (_span is null)
        {
            return;
        }

        _span.DisplayName = _operation ?? _span.OperationName;
        _span.SetTag("graphql.operation.type", _operation)
            .SetTag("graphql.operation.name", node?.Name?.Value is { } name ? name[..Math.Min(name.Length, LongestName)] : null)
            .SetTag("graphql.document.hash", "sha256:" + Convert.ToHexStringLower(SHA256.HashData(document.Text)))
            .SetTag("graphql.response.kind", _kind)
            .SetTag("graphql.error.count", errors);
        if (errors > 0)
        {
            _span.SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>Notes that nothing came of it.</summary>
    /// <param name="failed">Why.</param>
    public void Fail(Exception failed) => _span?.SetTag("error.type", failed.GetType().FullName).SetStatus(ActivityStatusCode.Error);

    /// <inheritdoc/>
    public void Dispose()
    {
        EngineDiagnostics.Finish(time.GetElapsedTime(_began).TotalSeconds, _operation, _kind);
        _span?.Dispose();
    }

    /// <summary>A kind of operation as the specification writes it.</summary>
    public static string KindOf(OperationType type) => type switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}
