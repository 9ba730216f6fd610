namespace Exams.GraphQL.Execution.Batches;

/// <summary>A resolver or a batch that is under way. It moves while a thread works in it, or while it waits for anything
/// but a loader's promise.</summary>
/// <remarks>The runtime itself tells when a thread comes into a branch and leaves it, because the branch flows with the
/// execution context; so a resolver that asks two loaders in turn is not taken for blocked between the two.</remarks>
/// <param name="batches">The request it belongs to.</param>
internal sealed class Branch(RequestBatches batches)
{
    private static readonly AsyncLocal<Branch?> Ambient = new(static change =>
    {
        change.PreviousValue?.Leave();
        change.CurrentValue?.Enter();
    });

    // One number, so that it changes without a lock: over (top bit), promises waited for (upper half), threads in it (lower half).
    private const long OnePromise = 1L << 32;
    private const long Over = long.MinValue;
    private long _state;

    // The thread that calls a resolver in it, and what that one asked for last: what it returns tells whether it waits for it.
    private int _caller;
    private Promise? _asked;

    /// <summary>The branch that the current thread works in; null outside of any.</summary>
    public static Branch? Current => Ambient.Value;

    /// <summary>Whether nothing is in it but the thread that calls resolvers, and nothing was left behind by an earlier one.</summary>
    public bool HasOnlyCaller => Volatile.Read(ref _state) == 1;

    /// <summary>Whether nothing is in it at all.</summary>
    public bool IsUntouched => Volatile.Read(ref _state) == 0;

    /// <summary>The current thread works in this branch until it goes back.</summary>
    public void Begin()
    {
        batches.Started();
        Ambient.Value = this;
    }

    /// <summary>The current thread leaves the branch.</summary>
    /// <param name="outside">The execution context before <see cref="Begin"/>.</param>
    public static void GoBack(ExecutionContext? outside)
    {
        if (outside is null)
        {
            Ambient.Value = null;
        }
        else
        {
            ExecutionContext.Restore(outside);
        }
    }

    /// <summary>It has its result, or has failed.</summary>
    public void End()
    {
        if (Moves(Interlocked.Or(ref _state, Over)))
        {
            batches.Stopped();
        }
    }

    /// <summary>Nothing is in it for the time being.</summary>
    public void Rest() => batches.Stopped();

    /// <summary>The current thread is about to call a resolver in it.</summary>
    public void BeginCall() => (_asked, _caller) = (null, Environment.CurrentManagedThreadId);

    /// <summary>The resolver has returned, perhaps only for now.</summary>
    /// <returns>The promise that it asked for last; nobody has noted yet that it waits for it.</returns>
    public Promise? EndCall()
    {
        var asked = _asked;
        (_asked, _caller) = (null, 0);
        return asked;
    }

    /// <summary>Somebody in it asks for a promise.</summary>
    /// <param name="promise">The promise.</param>
    public void Ask(Promise promise)
    {
        if (_caller != Environment.CurrentManagedThreadId)
        {
            promise.WaitedForBy(this);
            return;
        }

        _asked?.WaitedForBy(this);
        _asked = promise;
    }

    /// <summary>Begins a branch beside others; until it has ended, this one waits for it as for a promise.</summary>
    /// <param name="work">What the new branch does.</param>
    /// <returns>Its value.</returns>
    public async Task<object?> BesideAsync(Func<Task<object?>> work)
    {
        var beside = new Branch(batches);
        var outside = ExecutionContext.Capture();
        beside.Begin();
        Wait();
        Task<object?> running;
        try
        {
            running = work();
        }
        catch (Exception failed)
        {
            running = Task.FromException<object?>(failed);
        }

        GoBack(outside);
        try
        {
            return await running;
        }
        finally
        {
            // In this order, so that never nothing moves between the two.
            GoOn();
            beside.End();
        }
    }

    /// <summary>It waits for a promise.</summary>
    public void Wait() => Change(OnePromise);

    /// <summary>A promise that it waits for was kept or broken.</summary>
    public void GoOn() => Change(-OnePromise);

    private void Enter() => Change(1);

    private void Leave() => Change(-1);

    private void Change(long by)
    {
        var after = Interlocked.Add(ref _state, by);
        switch (Moves(after - by), Moves(after))
        {
            case (false, true): batches.Started(); break;
            case (true, false): batches.Stopped(); break;
        }
    }

    private static bool Moves(long state) => state >= 0 && ((state & uint.MaxValue) != 0 || state < OnePromise);
}
