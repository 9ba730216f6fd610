using System.Runtime.CompilerServices;
using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Execution.Incremental;
using Exams.GraphQL.Execution.Plans;

namespace Exams.GraphQL.Execution.Completion;

/// <summary>The place of a value that comes later; once it has come, the segment that holds it.</summary>
/// <param name="writer">Who writes it.</param>
/// <param name="field">The field whose value it is.</param>
/// <param name="position">Its place in the enclosing segment.</param>
/// <param name="path">Its response position.</param>
/// <param name="branch">The resolver that brings it; null when a promise brings it.</param>
/// <param name="outer">What a null from a non-null position here falls on.</param>
/// <param name="scope">Deferred fragments around it.</param>
internal sealed class Slot(
    ResponseWriter writer, FieldPlan field, int position, PathStep[] path, Branch? branch, Boundary outer, GroupScope? scope) : Segment, IArrival
{
    private ValueTaskAwaiter<object?> _awaiter;

    /// <summary>Where to go when the value is there.</summary>
    public Arrivals Arrivals { get; private set; } = null!;

    /// <summary>The next place in a <see cref="SlotChain"/>.</summary>
    public Slot? Next { get; set; }

    /// <summary>Who writes it.</summary>
    public ResponseWriter Writer { get; } = writer;

    /// <summary>Deferred fragments around it.</summary>
    public GroupScope? Scope { get; } = scope;

    /// <summary>The field whose value it is.</summary>
    public FieldPlan Field { get; } = field;

    /// <summary>Its place in the enclosing segment.</summary>
    public int Position { get; } = position;

    /// <summary>Its response position.</summary>
    public PathStep[] Path { get; } = path;

    /// <summary>The resolver that brings it; null when a promise brings it.</summary>
    public Branch? Branch { get; } = branch;

    /// <summary>What a null from a non-null position here falls on.</summary>
    public Boundary Outer { get; } = outer;

    /// <summary>Whether what surrounds it was cut away before its value came.</summary>
    public bool IsAbandoned { get; set; }

    /// <summary>Waits for the value.</summary>
    /// <param name="value">The promise; not used by anybody else.</param>
    /// <param name="arrived">Where to go when it is kept or broken.</param>
    public void Await(ValueTask<object?> value, Arrivals arrived)
    {
        (_awaiter, Arrivals) = (value.GetAwaiter(), arrived);
        _awaiter.UnsafeOnCompleted(Arrive);
    }

    /// <summary>Waits for a promise, without anything between.</summary>
    /// <param name="promise">The promise.</param>
    /// <param name="arrived">Where to go when it is kept or broken.</param>
    /// <returns>False when it is so already.</returns>
    public bool TryAwait(Promise promise, Arrivals arrived)
    {
        (_awaiter, Arrivals) = (promise.Value.GetAwaiter(), arrived);
        return promise.TryAttach(this);
    }

    /// <summary>The value, or the exception it ended in. To be asked exactly once.</summary>
    /// <returns>The value.</returns>
    public object? TakeValue() => _awaiter.GetResult();

    /// <summary>Takes the value because it must be asked for, though nobody wants it any more.</summary>
    public void Forget()
    {
        try
        {
            TakeValue();
        }
        catch (Exception)
        {
            // Nobody wants the reason, either.
        }
    }

    private void Arrive() => Arrivals.Add(this);
}
