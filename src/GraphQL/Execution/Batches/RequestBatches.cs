using Exams.GraphQL.Execution.Completion;

namespace Exams.GraphQL.Execution.Batches;

/// <summary>The batches of one request. They run when nothing moves any more: every resolver under way, and every batch,
/// waits for a promise. So one level of a document makes one batch, whatever the timing.</summary>
/// <param name="arrivals">Values that have come but are not written yet; writing them may bring further keys.</param>
/// <param name="aborted">Ends with the request.</param>
internal sealed class RequestBatches(Arrivals arrivals, Func<CancellationToken> aborted) : IBatchScheduler
{
    private readonly Lock _lock = new();
    private List<Func<ValueTask>> _due = [];
    private int _dueCount;
    private int _moving;
    private TaskCompletionSource? _still;

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

        lock (_lock)
        {
            _due.Add(dispatch);
            _dueCount++;
        }

        // Whoever stops moving looks at what is due after it has counted itself out; this looks at both the other way round.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _moving) <= 0)
        {
            arrivals.Wake();
        }
    }

    /// <summary>The values of a batch are there.</summary>
    /// <param name="values">Fills the places that wait for them.</param>
    public void Bring(IFilling values) => arrivals.Add(values);

    /// <summary>Whether batches wait.</summary>
    public bool IsDue => Volatile.Read(ref _dueCount) > 0;

    /// <summary>Runs what is due if nothing moves.</summary>
    /// <param name="patiently">False to run it though something moves.</param>
    /// <returns>Whether anything was run.</returns>
    public bool TryDispatch(bool patiently = true)
    {
        List<Func<ValueTask>> due;
        lock (_lock)
        {
            // A branch is over only after its value has arrived, so looking in this order misses none.
            if ((patiently && Volatile.Read(ref _moving) > 0) || _due.Count == 0 || !arrivals.IsEmpty)
            {
                return false;
            }

            (due, _due, _dueCount) = (_due, [], 0);
        }

        foreach (var dispatch in due)
        {
            var branch = new Branch(this);
            var outside = ExecutionContext.Capture();
            branch.Begin();
            var running = dispatch();
            Branch.GoBack(outside);
            _ = EndAsync(branch, running);
        }

        return true;
    }

    /// <summary>A branch moves.</summary>
    public void Started() => Interlocked.Increment(ref _moving);

    /// <summary>A branch does not move any more.</summary>
    public void Stopped()
    {
        if (Interlocked.Decrement(ref _moving) > 0)
        {
            return;
        }

        Volatile.Read(ref _still)?.TrySetResult();
        if (Volatile.Read(ref _dueCount) > 0)
        {
            arrivals.Wake();
        }
    }

    /// <summary>Whether a resolver or a batch is at work.</summary>
    public bool IsMoving => Volatile.Read(ref _moving) > 0;

    /// <summary>When nothing moves any more. For a request that dispatches no further batches.</summary>
    /// <returns>Completes then.</returns>
    public Task StillAsync()
    {
        var still = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _still, still);
        // Whoever stops looks for this after it has counted itself out; this looks at both the other way round.
        Interlocked.MemoryBarrier();
        if (!IsMoving)
        {
            still.TrySetResult();
        }

        return still.Task;
    }

    /// <summary>Whether a token is the request's own: whoever waits under it is told by the request itself.</summary>
    /// <param name="token">The token.</param>
    public bool IsOwn(CancellationToken token) => token.CanBeCanceled && token == aborted();

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
