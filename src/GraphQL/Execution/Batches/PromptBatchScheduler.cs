namespace Exams.GraphQL.Execution.Batches;

/// <summary>For loaders used outside requests: a batch runs as soon as a thread is free.</summary>
public sealed class PromptBatchScheduler : IBatchScheduler
{
    /// <inheritdoc/>
    public void Schedule(Func<ValueTask> dispatch) => _ = Task.Run(() => dispatch().AsTask());
}
