using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>What is asked of a composite value. Plans for object types are made when the first value of the type comes along:
/// of the many types that a value could have, few do.</summary>
/// <param name="operation">The plan it belongs to.</param>
/// <param name="merged">The merged fields whose sub-selections apply.</param>
internal sealed class SelectionPlan(OperationPlan operation, MergedField merged)
{
    private readonly Lock _lock = new();
    private SelectionPlan? _whole;
    private volatile ObjectPlan[] _plans = [];

    /// <summary>The same with nothing put off: what is asked for, whenever it comes.</summary>
    public SelectionPlan Whole => merged.IsWhole ? this : _whole ??= operation.Selection(merged.Whole);

    /// <summary>What is asked of values of an object type.</summary>
    /// <param name="type">The object type.</param>
    /// <returns>The plan.</returns>
    public ObjectPlan For(ObjectType type)
    {
        foreach (var plan in _plans)
        {
            if (ReferenceEquals(plan.Type, type))
            {
                return plan;
            }
        }

        return Add(type);
    }

    // Apart, because what a lambda catches is allocated at the start of its method.
    private ObjectPlan Add(ObjectType type)
    {
        lock (_lock)
        {
            if (Array.Find(_plans, p => ReferenceEquals(p.Type, type)) is { } made)
            {
                return made;
            }

            var plan = operation.Compile(type, merged, this);
            _plans = [.. _plans, plan];
            return plan;
        }
    }
}
