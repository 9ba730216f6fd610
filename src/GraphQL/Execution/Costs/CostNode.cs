using Exams.GraphQL.Execution.Plans;

namespace Exams.GraphQL.Execution.Costs;

/// <summary>What the fields of one object cost. Selections are shared between positions, and so are their nodes.</summary>
/// <param name="plan">The fields.</param>
internal sealed class CostNode(ObjectPlan plan)
{
    /// <summary>The fields.</summary>
    public ObjectPlan Plan { get; } = plan;

    /// <summary>Its fields with what they cost.</summary>
    public List<CostPart> Parts { get; } = [];

    /// <summary>All that may be fetched from the object on; without the object itself.</summary>
    public Cost Total { get; set; }
}

/// <summary>One field of an object.</summary>
/// <param name="Field">The field.</param>
/// <param name="Weight">What it costs itself, arguments included.</param>
/// <param name="Times">How many objects it may bring.</param>
/// <param name="Below">What each of them costs; of several possible types the dearest. Null for a leaf.</param>
internal readonly record struct CostPart(FieldPlan Field, double Weight, double Times, CostNode? Below);
