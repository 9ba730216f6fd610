using System.Runtime.CompilerServices;
using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Execution.Completion;

namespace Exams.GraphQL.Execution.Incremental;

/// <summary>The next item of a streamed list, whose source takes its time.</summary>
/// <param name="list">The list.</param>
internal sealed class StreamRead(StreamedList list) : IArrival
{
    private ValueTaskAwaiter<bool> _awaiter;
    private Arrivals? _arrivals;

    /// <summary>The list.</summary>
    public StreamedList List { get; } = list;

    /// <summary>None: a source may be silent for long, and batches must not wait for it.</summary>
    public Branch? Branch => null;

    /// <summary>Waits for the source.</summary>
    /// <param name="moved">Whether there is an item; not used by anybody else.</param>
    /// <param name="arrivals">Is told when it is known.</param>
    public void Await(ValueTask<bool> moved, Arrivals arrivals)
    {
        (_awaiter, _arrivals) = (moved.GetAwaiter(), arrivals);
        _awaiter.UnsafeOnCompleted(() => _arrivals.Add(this));
    }

    /// <summary>Whether there is an item; throws what the source threw. To be asked exactly once.</summary>
    public bool TakeResult() => _awaiter.GetResult();
}
