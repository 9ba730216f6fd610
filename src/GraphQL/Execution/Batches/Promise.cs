using System.Threading.Tasks.Sources;
using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Batches;

/// <summary>A value that is to come, and who waits for it: branches that cannot go on without it, and places in a response
/// where it will stand as it is.</summary>
/// <param name="batches">The request whose batch brings it; null for none.</param>
internal abstract class Promise(RequestBatches? batches) : IPromisedValue
{
    private List<Branch>? _branches;
    private bool _isOver;

    // Belong to the thread that writes: it leaves places open, and fills them when the batch has arrived.
    private Place _first;
    private Place _last;

    /// <summary>The request whose batch brings it; null for none.</summary>
    public RequestBatches? Batches => batches;

    /// <summary>The value as an object; may be awaited by many.</summary>
    public ValueTask<object?> Value => new(this, 0);

    /// <summary>Notes who cannot go on without it.</summary>
    /// <param name="branch">The branch.</param>
    public void WaitedForBy(Branch branch)
    {
        lock (this)
        {
            if (!_isOver)
            {
                (_branches ??= []).Add(branch);
                branch.Wait();
            }
        }
    }

    /// <summary>Notes a place where the value will stand. For the thread that writes, before the batch has arrived there.</summary>
    /// <param name="place">The place.</param>
    public void Add(Place place)
    {
        if (_last.Writer is { } writer)
        {
            writer.Chain(_last.Slot, place);
        }
        else
        {
            _first = place;
        }

        _last = place;
    }

    /// <summary>Writes the value, which is there, into all places noted. For the thread that writes.</summary>
    /// <param name="filled">Is told of each place who has filled it; null for nobody.</param>
    public void Fill(Action<ResponseWriter>? filled)
    {
        var place = _first;
        (_first, _last) = (default, default);
        if (place.Writer is null)
        {
            return;
        }

        object? value = null;
        Exception? failed = null;
        try
        {
            value = GetResult(0);
        }
        catch (Exception thrown)
        {
            failed = thrown;
        }

        var model = default(Place);
        while (place.Writer is { } writer)
        {
            var next = writer.Next(place.Slot);
            if (value is null || !ReferenceEquals(model.Writer, writer) || !writer.TryRepeat(place.Slot, model.Slot))
            {
                writer.Fill(place.Slot, value, failed);
                model = place;
            }

            filled?.Invoke(writer);
            place = next;
        }
    }

    /// <inheritdoc/>
    public abstract object? GetResult(short token);

    /// <inheritdoc/>
    public abstract ValueTaskSourceStatus GetStatus(short token);

    /// <inheritdoc/>
    public abstract void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags);

    /// <summary>Nobody has to wait any more.</summary>
    protected void LetGo()
    {
        lock (this)
        {
            _isOver = true;
            _branches?.ForEach(branch => branch.GoOn());
            _branches = null;
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
    /// <param name="batches">The request whose batch brings it; null for none.</param>
    public Promise(TKey key, RequestBatches? batches) : base(batches)
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
    public void Keep(Func<TKey, TValue?> find)
    {
        TValue? value;
        try
        {
            value = find(Key);
        }
        catch (Exception failed)
        {
            Break(failed);
            return;
        }

        LetGo();
        _value.TrySetResult(value);
    }

    /// <summary>Says why there is no value.</summary>
    /// <param name="failed">What went wrong.</param>
    public void Break(Exception failed)
    {
        LetGo();
        _value.TrySetException(failed);
    }

    /// <inheritdoc/>
    public override object? GetResult(short token) => Task.GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override ValueTaskSourceStatus GetStatus(short token) =>
        !Task.IsCompleted ? ValueTaskSourceStatus.Pending
        : Task.IsCompletedSuccessfully ? ValueTaskSourceStatus.Succeeded
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
