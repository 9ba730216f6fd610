using System.Threading.Tasks.Sources;
using Exams.GraphQL.Execution.Batches;

namespace Exams.GraphQL.Execution.Completion;

/// <summary>Something that was waited for and has come.</summary>
internal interface IArrival
{
    /// <summary>What brought it; null for what batches do not wait for.</summary>
    Branch? Branch { get; }
}

/// <summary>Values that have come for slots.</summary>
internal interface IFilling : IArrival
{
    /// <summary>Writes them. For the one thread that writes.</summary>
    /// <param name="filled">Is told of each slot who has filled it; null for nobody.</param>
    void Fill(Action<ResponseWriter>? filled);
}

/// <summary>Values that have come, from any thread, to be written by one: the only meeting point of a request's threads.</summary>
internal sealed class Arrivals : IValueTaskSource
{
    private readonly Lock _lock = new();
    private Queue<IArrival> _arrived = new();

    // Belongs to whoever takes, so that what came together is taken under one lock.
    private Queue<IArrival> _taken = new();
    private ManualResetValueTaskSourceCore<bool> _signal;
    private bool _waiting;
    private bool _woken;

    /// <summary>Whether there is no value to be written. For whoever takes.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _arrived.Count == 0 && _taken.Count == 0;
            }
        }
    }

    /// <summary>Adds what has come.</summary>
    /// <param name="arrival">What has come.</param>
    public void Add(IArrival arrival) => Wake(arrival);

    /// <summary>Makes whoever waits look around again.</summary>
    public void Wake() => Wake(null);

    /// <summary>Takes what has come, oldest first. Not for two threads at once.</summary>
    /// <returns>What has come; null when there is nothing.</returns>
    public IArrival? TryTake()
    {
        if (_taken.Count == 0)
        {
            lock (_lock)
            {
                (_taken, _arrived) = (_arrived, _taken);
            }
        }

        return _taken.TryDequeue(out var arrival) ? arrival : null;
    }

    /// <summary>Waits until something was added or woken since the last wait.</summary>
    /// <returns>Completes then.</returns>
    public ValueTask WaitAsync()
    {
        lock (_lock)
        {
            if (_woken || _arrived.Count > 0 || _taken.Count > 0)
            {
                _woken = false;
                return default;
            }

            _waiting = true;
            _signal.Reset();
            return new ValueTask(this, _signal.Version);
        }
    }

    void IValueTaskSource.GetResult(short token) => _signal.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _signal.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _signal.OnCompleted(continuation, state, token, flags);

    private void Wake(IArrival? arrival)
    {
        bool wake;
        lock (_lock)
        {
            if (arrival is not null)
            {
                _arrived.Enqueue(arrival);
            }

            wake = _waiting;
            _woken |= !wake;
            _waiting = false;
        }

        // Only now: as long as the value could be missed, the branch must count as moving.
        arrival?.Branch?.End();
        if (!wake)
        {
            return;
        }

        if (arrival is not null)
        {
            _signal.SetResult(true);
        }
        else
        {
            // Whoever wakes without a value may hold locks, or stand between two execution contexts.
            ThreadPool.UnsafeQueueUserWorkItem(static arrivals => arrivals._signal.SetResult(true), this, preferLocal: true);
        }
    }
}
