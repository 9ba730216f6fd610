using Exams.GraphQL.Execution.Completion;

namespace Exams.GraphQL.Execution.Incremental;

/// <summary>Something that is to come, under an id that the client is told.</summary>
/// <param name="path">Its response position.</param>
/// <param name="label">What the client calls it; null for nothing.</param>
internal abstract class Announced(PathStep[] path, string? label)
{
    /// <summary>Its response position.</summary>
    public PathStep[] Path { get; } = path;

    /// <summary>What the client calls it; null for nothing.</summary>
    public string? Label { get; } = label;

    /// <summary>Its number in this response; null before it is announced and after it is completed.</summary>
    public int? Id { get; set; }
}
