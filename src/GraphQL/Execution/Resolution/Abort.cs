using Exams.GraphQL.Execution.Completion;

namespace Exams.GraphQL.Execution.Resolution;

/// <summary>The early end of a request: the client has gone, or its time is up.</summary>
internal sealed class Abort : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _caller;
    private CancellationTokenRegistration _wake;

    /// <summary>Starts the clock.</summary>
    /// <param name="timeout">How long the request may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="caller">Ends when the client goes.</param>
    public Abort(TimeSpan timeout, TimeProvider time, CancellationToken caller)
    {
        _source = new CancellationTokenSource(timeout, time);
        Token = _source.Token;
        _caller = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    /// <summary>For resolvers.</summary>
    public CancellationToken Token { get; }

    /// <summary>Ends the request for its resolvers, if they have not been told yet.</summary>
    public void Cancel() => _source.Cancel();

    /// <summary>Wakes the request at its end.</summary>
    /// <param name="arrivals">What it waits for.</param>
    public void Notify(Arrivals arrivals)
    {
        _wake.Dispose();
        _wake = Token.UnsafeRegister(static a => ((Arrivals)a!).Wake(), arrivals);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _wake.Dispose();
        _caller.Dispose();
        _source.Dispose();
    }
}
