namespace Exams.GraphQL.Execution;

/// <summary>Finds the executor of a schema that was registered under a name.</summary>
public interface IRequestExecutorResolver
{
    /// <summary>The executor of a schema; made at the first asking, the same one afterwards.</summary>
    /// <param name="schemaName">The name it was registered under; null for the one without a name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The executor; throws when no such schema was registered or it is not valid.</returns>
    ValueTask<IRequestExecutor> GetRequestExecutorAsync(string? schemaName = null, CancellationToken cancellationToken = default);
}
