using System.Threading.Tasks.Sources;
using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Batches;

/// <summary>A value that is to come, and who waits for it: branches that cannot go on without it, and places in a response
/// where it will stand as it is.</summary>
internal abstract class Promise : IPromisedValue
{
    private readonly Lock _lock = new();
    private List<Branch>? _branches;
    private SlotChain _slots;
    private bool _isOver;

    /// <summary>The value as an object; may be awaited by many.</summary>
    public ValueTask<object?> Value => new(this, 0);

    /// <summary>Notes who cannot go on without it.</summary>
    /// <param name="branch">The branch.</param>
    public void WaitedForBy(Branch branch)
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                (_branches ??= []).Add(branch);
                branch.Wait();
            }
        }
    }

    /// <summary>Notes a place where the value will stand.</summary>
    /// <param name="slot">The place.</param>
    /// <returns>False when the value is there already.</returns>
    public bool TryAttach(Slot slot)
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                _slots.Add(slot);
            }

            return !_isOver;
        }
    }

    /// <inheritdoc/>
    public abstract object? GetResult(short token);

    /// <inheritdoc/>
    public abstract ValueTaskSourceStatus GetStatus(short token);

    /// <inheritdoc/>
    public abstract void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags);

    /// <summary>Nobody has to wait any more.</summary>
    /// <returns>The places that get the value.</returns>
    protected SlotChain LetGo()
    {
        lock (_lock)
        {
            _isOver = true;
            foreach (var branch in _branches ?? [])
            {
                branch.GoOn();
            }

            var slots = _slots;
            (_branches, _slots) = (null, default);
            return slots;
        }
    }
}

/// <summary>The value of a key that is to come.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
internal sealed class Promise<TKey, TValue> : Promise
{
    // Who waits goes on at once, on the thread that brought the value: the next level's keys are then known
    // before anybody looks whether the request can go on.
    private readonly TaskCompletionSource<TValue?> _value;

    /// <summary>A promise.</summary>
    /// <param name="key">The key.</param>
    public Promise(TKey key)
    {
        Key = key;
        _value = new TaskCompletionSource<TValue?>(state: this);
    }

    /// <summary>The key.</summary>
    public TKey Key { get; }

    /// <summary>The value.</summary>
    public Task<TValue?> Task => _value.Task;

    /// <summary>Gives the value.</summary>
    /// <param name="find">Finds it by key.</param>
    /// <returns>The places that get it.</returns>
    public SlotChain Keep(Func<TKey, TValue?> find)
    {
        TValue? value;
        try
        {
            value = find(Key);
        }
        catch (Exception failed)
        {
            return Break(failed);
        }

        var slots = LetGo();
        _value.TrySetResult(value);
        return slots;
    }

    /// <summary>Says why there is no value.</summary>
    /// <param name="failed">What went wrong.</param>
    /// <returns>The places that have to say so.</returns>
    public SlotChain Break(Exception failed)
    {
        var slots = LetGo();
        _value.TrySetException(failed);
        return slots;
    }

    /// <inheritdoc/>
    public override object? GetResult(short token) => Task.GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override ValueTaskSourceStatus GetStatus(short token) =>
        !Task.IsCompleted ? ValueTaskSourceStatus.Pending
        : Task.IsCompletedSuccessfully ? ValueTaskSourceStatus.Succeeded
        : Task.IsCanceled ? ValueTaskSourceStatus.Canceled
        : ValueTaskSourceStatus.Faulted;

    /// <inheritdoc/>
    public override void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        var awaiter = Task.ConfigureAwait(flags.HasFlag(ValueTaskSourceOnCompletedFlags.UseSchedulingContext)).GetAwaiter();
        if (flags.HasFlag(ValueTaskSourceOnCompletedFlags.FlowExecutionContext))
        {
            awaiter.OnCompleted(() => continuation(state));
        }
        else
        {
            awaiter.UnsafeOnCompleted(() => continuation(state));
        }
    }
}
