namespace Exams.GraphQL.Execution.Batches;

/// <summary>The value of a key that is to come.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
/// <param name="key">The key.</param>
internal sealed class Promise<TKey, TValue>(TKey key)
{
    // Who waits goes on at once, on the thread that brought the value: the next level's keys are then known
    // before anybody looks whether the request can go on.
    private readonly TaskCompletionSource<TValue?> _value = new();
    private readonly List<Branch> _waiting = [];
    private bool _isOver;

    /// <summary>The key.</summary>
    public TKey Key { get; } = key;

    /// <summary>The value.</summary>
    public Task<TValue?> Task => _value.Task;

    /// <summary>Notes who cannot go on without it.</summary>
    /// <param name="branch">The branch; null outside of any.</param>
    public void WaitedForBy(Branch? branch)
    {
        if (branch is null)
        {
            return;
        }

        lock (_waiting)
        {
            if (!_isOver)
            {
                _waiting.Add(branch);
                branch.Wait();
            }
        }
    }

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

    private void LetGo()
    {
        lock (_waiting)
        {
            _isOver = true;
            foreach (var branch in _waiting)
            {
                branch.GoOn();
            }

            _waiting.Clear();
        }
    }
}
