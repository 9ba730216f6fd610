namespace Exams.GraphQL.Execution.Batches;

/// <summary>Decides when batches run.</summary>
public interface IBatchScheduler
{
    /// <summary>Has a batch run as soon as no resolver of the request can go on without it.</summary>
    /// <param name="dispatch">Runs the batch.</param>
    void Schedule(Func<ValueTask> dispatch);
}
