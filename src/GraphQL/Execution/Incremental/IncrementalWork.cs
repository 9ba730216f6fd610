namespace Exams.GraphQL.Execution.Incremental;

/// <summary>What a part of a response leaves for later.</summary>
internal sealed class IncrementalWork
{
    /// <summary>Deferred fragments that begin in it.</summary>
    public List<DeliveryGroup> Groups { get; } = [];

    /// <summary>What deferred fragments ask for in it.</summary>
    public List<DeferredPart> Parts { get; } = [];

    /// <summary>Lists of which only the first items are in it.</summary>
    public List<StreamedList> Streams { get; } = [];
}
