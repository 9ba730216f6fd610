namespace Exams.GraphQL.Execution.Batches;

/// <summary>How a data loader works.</summary>
public sealed class DataLoaderOptions
{
    /// <summary>Most keys in one batch; more are split.</summary>
    public int MaxBatchSize { get; set; } = 1_024;
}
