using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution;

/// <summary>Runs requests against one schema: parse, validate, compile, coerce, execute.</summary>
public interface IRequestExecutor
{
    /// <summary>The schema it serves.</summary>
    Schema Schema { get; }

    /// <summary>Runs a request. Errors of the client come back in the result; nothing of theirs throws.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the work when the client has gone.</param>
    /// <returns>A <see cref="Response"/> or a <see cref="ResponseStream"/>.</returns>
    ValueTask<OperationResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default);
}
