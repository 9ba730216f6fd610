namespace Exams.GraphQL.Http;

/// <summary>Turns an instant into a token that is cancelled then.</summary>
internal static class SessionExpiry
{
    // Timers take little more. A connection that is open longer is closed, and its client may come back.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    /// <summary>Starts the clock.</summary>
    /// <param name="at">When; null for never.</param>
    /// <param name="clock">The clock.</param>
    public static CancellationTokenSource Start(DateTimeOffset? at, TimeProvider clock)
    {
        if (at is not { } instant)
        {
            return new CancellationTokenSource();
        }

        var rest = instant - clock.GetUtcNow();
        return rest <= TimeSpan.Zero
            ? new CancellationTokenSource(TimeSpan.Zero, clock)
            : new CancellationTokenSource(rest < Longest ? rest : Longest, clock);
    }
}
