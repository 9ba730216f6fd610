using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Execution.Plans;

namespace Exams.GraphQL.Execution.Incremental;

/// <summary>A deferred fragment at one response position: what the client gets an id for.</summary>
/// <param name="path">The response position of its object.</param>
/// <param name="label">What the client calls it; null for nothing.</param>
/// <param name="parent">The deferred fragment around it, which is delivered before; null for none.</param>
internal sealed class DeliveryGroup(PathStep[] path, string? label, DeliveryGroup? parent) : Announced(path, label)
{
    /// <summary>The deferred fragment around it, which is delivered before; null for none.</summary>
    public DeliveryGroup? Parent { get; } = parent;

    /// <summary>Deferred fragments inside, to be announced when this one is delivered.</summary>
    public List<DeliveryGroup> Children { get; } = [];

    /// <summary>What belongs to it, also what another fragment has brought meanwhile.</summary>
    public List<DeferredPart> Parts { get; } = [];

    /// <summary>How many of them nobody has delivered yet.</summary>
    public int Left { get; set; }

    /// <summary>How many of them are not written yet.</summary>
    public int Unwritten { get; set; }

    /// <summary>Whether it still has to do with the response: neither delivered, nor failed, nor dropped.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether it was announced, so that its parts are written.</summary>
    public bool IsAnnounced { get; set; }
}

/// <summary>Deferred fragments around a position, the latest first, with what stands for them in this response.</summary>
/// <param name="Usage">The fragment in the plan.</param>
/// <param name="Group">The fragment in the response.</param>
/// <param name="Around">The one before; null for none.</param>
internal sealed record GroupScope(DeferUsage Usage, DeliveryGroup Group, GroupScope? Around)
{
    /// <summary>What stands for a fragment.</summary>
    /// <param name="scope">Where to look.</param>
    /// <param name="usage">The fragment in the plan.</param>
    /// <returns>The fragment in the response.</returns>
    public static DeliveryGroup Find(GroupScope? scope, DeferUsage usage)
    {
        for (var at = scope; at is not null; at = at.Around)
        {
            if (ReferenceEquals(at.Usage, usage))
            {
                return at.Group;
            }
        }

        throw new InvalidOperationException("A deferred fragment is used outside of its object.");
    }
}
