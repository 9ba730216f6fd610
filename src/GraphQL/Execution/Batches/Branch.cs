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

    private int _threads;
    private int _promises;
    private bool _isOver;

    /// <summary>The branch that the current thread works in; null outside of any.</summary>
    public static Branch? Current => Ambient.Value;

    private bool Moves => !_isOver && (_threads > 0 || _promises == 0);

    /// <summary>The current thread works in this branch until it goes back.</summary>
    /// <returns>What to go back to.</returns>
    public ExecutionContext? Begin()
    {
        var outside = ExecutionContext.Capture();
        batches.Started();
        Ambient.Value = this;
        return outside;
    }

    /// <summary>The current thread leaves the branch.</summary>
    /// <param name="outside">What <see cref="Begin"/> gave.</param>
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
    public void End() => Change(0, 0, isOver: true);

    /// <summary>It waits for a promise.</summary>
    public void Wait() => Change(0, 1);

    /// <summary>A promise that it waits for was kept or broken.</summary>
    public void GoOn() => Change(0, -1);

    private void Enter() => Change(1, 0);

    private void Leave() => Change(-1, 0);

    private void Change(int threads, int promises, bool isOver = false)
    {
        bool wake;
        lock (batches)
        {
            var moved = Moves;
            _threads += threads;
            _promises += promises;
            _isOver |= isOver;
            wake = batches.Count(moved, Moves);
        }

        if (wake)
        {
            batches.Wake();
        }
    }
}
