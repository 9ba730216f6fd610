namespace Exams.GraphQL.Execution.Batches;

/// <summary>The branch in which a writer calls resolvers, one after another, until one of them goes its own way in it. Most never do:
/// they return at once, or return a loader's promise.</summary>
internal sealed class CallBranch
{
    private Branch? _branch;
    private ExecutionContext? _outside;
    private ExecutionContext? _within;
    private bool _isInside;

    /// <summary>The current thread works in the branch, until <see cref="Leave"/> or <see cref="GiveAway"/>.</summary>
    /// <param name="batches">The request.</param>
    /// <returns>The branch.</returns>
    public Branch Enter(RequestBatches batches)
    {
        if (_isInside)
        {
            if (_branch!.HasOnlyCaller)
            {
                return _branch;
            }

            Leave();
        }

        var outside = ExecutionContext.Capture();
        if (_branch is { IsUntouched: true } && _within is not null && ReferenceEquals(outside, _outside))
        {
            batches.Started();
            ExecutionContext.Restore(_within);
        }
        else
        {
            (_branch, _outside) = (new Branch(batches), outside);
            _branch.Begin();
            _within = ExecutionContext.Capture();
        }

        _isInside = true;
        return _branch;
    }

    /// <summary>The current thread leaves the branch, which stays with the resolver that was called last.</summary>
    public void GiveAway()
    {
        var outside = _outside;
        Forget();
        Branch.GoBack(outside);
    }

    /// <summary>The current thread leaves the branch, if it is in it.</summary>
    public void Leave()
    {
        if (!_isInside)
        {
            return;
        }

        _isInside = false;
        var stays = _branch!.HasOnlyCaller;
        Branch.GoBack(_outside);
        if (stays)
        {
            // Nobody is in it and nobody comes back on his own: it does not move until it is entered again.
            _branch.Rest();
        }
        else
        {
            _branch.End();
            _branch = null;
        }
    }

    /// <summary>Lets go of the request.</summary>
    public void Forget() => (_branch, _outside, _within, _isInside) = (null, null, null, false);
}
