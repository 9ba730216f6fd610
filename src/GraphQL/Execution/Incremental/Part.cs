using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Execution.Plans;

namespace Exams.GraphQL.Execution.Incremental;

/// <summary>A piece of a response that is written and can fail by itself.</summary>
/// <param name="path">Its response position.</param>
internal abstract class Part(PathStep[] path)
{
    /// <summary>Its response position.</summary>
    public PathStep[] Path { get; } = path;

    /// <summary>Who writes it; null before it is begun and after it is let go.</summary>
    public ResponseWriter? Writer { get; set; }

    /// <summary>Whether it is written, or has failed.</summary>
    public bool IsOver { get; set; }

    /// <summary>Whether a null came up that it cannot hold.</summary>
    public bool HasFailed { get; set; }
}

/// <summary>Fields of one object that deferred fragments ask for.</summary>
/// <param name="path">The response position of the object.</param>
/// <param name="outer">What takes the object away when it becomes null later.</param>
/// <param name="fields">The fields.</param>
/// <param name="source">The object.</param>
/// <param name="groups">The deferred fragments that ask for them.</param>
/// <param name="scope">All deferred fragments around.</param>
internal sealed class DeferredPart(
    PathStep[] path, Boundary outer, ObjectPlan fields, object? source, DeliveryGroup[] groups, GroupScope? scope) : Part(path)
{
    /// <summary>What takes the object away when it becomes null later.</summary>
    public Boundary Outer { get; } = outer;

    /// <summary>The fields.</summary>
    public ObjectPlan Fields { get; } = fields;

    /// <summary>The object.</summary>
    public object? Source { get; } = source;

    /// <summary>The deferred fragments that ask for them.</summary>
    public DeliveryGroup[] Groups { get; } = groups;

    /// <summary>All deferred fragments around.</summary>
    public GroupScope? Scope { get; } = scope;

    /// <summary>Those of <see cref="Groups"/> that wait for it.</summary>
    public List<DeliveryGroup> Waiting { get; } = [];

    /// <summary>Lists inside that are to be announced with it.</summary>
    public List<StreamedList> Streams { get; } = [];

    /// <summary>Whether it was delivered or nobody wants it any more.</summary>
    public bool IsGone { get; set; }
}

/// <summary>An item of a streamed list.</summary>
/// <param name="path">Its response position.</param>
/// <param name="list">The list.</param>
internal sealed class StreamItem(PathStep[] path, StreamedList list) : Part(path)
{
    /// <summary>The list.</summary>
    public StreamedList List { get; } = list;
}
