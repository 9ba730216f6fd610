using Exams.GraphQL.Execution.Completion;

namespace Exams.GraphQL.Execution.Batches;

/// <summary>The batches of one request. They run when nothing moves any more: every resolver under way, and every batch,
/// waits for a promise. So one level of a document makes one batch, whatever the timing.</summary>
/// <param name="arrivals">Values that have come but are not written yet; writing them may bring further keys.</param>
/// <param name="aborted">Ends with the request.</param>
internal sealed class RequestBatches(Arrivals arrivals, Func<CancellationToken> aborted) : IBatchScheduler
{
    private List<Func<ValueTask>> _due = [];
    private int _moving;

    /// <summary>Ends with the request.</summary>
    public CancellationToken Aborted => aborted();

    /// <summary>False where nobody runs the request, so that batches must not wait: while a subscription is being opened.</summary>
    public bool Waits { get; set; } = true;

    /// <inheritdoc/>
    public void Schedule(Func<ValueTask> dispatch)
    {
        if (!Waits)
        {
            _ = Task.Run(() => dispatch().AsTask());
            return;
        }

        bool wake;
        lock (this)
        {
            _due.Add(dispatch);
            wake = _moving == 0;
        }

        if (wake)
        {
            Wake();
        }
    }

    /// <summary>Runs what is due if nothing moves.</summary>
    /// <returns>Whether anything was run.</returns>
    public bool TryDispatch()
    {
        List<Func<ValueTask>> due;
        lock (this)
        {
            // A branch is over only after its value has arrived, so looking in this order misses none.
            if (_moving > 0 || _due.Count == 0 || !arrivals.IsEmpty)
            {
                return false;
            }

            (due, _due) = (_due, []);
        }

        foreach (var dispatch in due)
        {
            var branch = new Branch(this);
            var outside = branch.Begin();
            var running = dispatch();
            Branch.GoBack(outside);
            _ = EndAsync(branch, running);
        }

        return true;
    }

    /// <summary>A branch begins; it moves.</summary>
    public void Started()
    {
        lock (this)
        {
            _moving++;
        }
    }

    /// <summary>Counts a change of one branch; to be called under the lock on this.</summary>
    /// <returns>Whether the request must look what is due.</returns>
    public bool Count(bool moved, bool moves)
    {
        _moving += (moves ? 1 : 0) - (moved ? 1 : 0);
        return moved && !moves && _moving == 0 && _due.Count > 0;
    }

    /// <summary>Makes the request look what is due.</summary>
    public void Wake() => arrivals.Wake();

    private static async Task EndAsync(Branch branch, ValueTask running)
    {
        try
        {
            await running;
        }
        finally
        {
            branch.End();
        }
    }
}
