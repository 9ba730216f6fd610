using Exams.Domain.Vocabulary;

namespace Exams.Domain.KeyDates;

/// <summary>The board sets a deadline, or moves one.</summary>
/// <remarks>Rule 8: deadlines are the board's data. One that has passed may be moved, too, which opens again what it had closed; none is moved to where it would
/// have passed already, so that nothing which came in on time becomes late afterwards. What came in keeps the tier that it came in with.</remarks>
public sealed class SetDeadline(IDeadlineStore store, TimeProvider clock)
{
    /// <summary>What the board asks for.</summary>
    /// <param name="Series">The series.</param>
    /// <param name="Kind">What it is for.</param>
    /// <param name="Tier">Which fee it is the end of.</param>
    /// <param name="At">The last instant that is still in time.</param>
    /// <param name="Zone">Only for centres of this zone; null for any.</param>
    /// <param name="Countries">Only for centres of these countries; none for any.</param>
    public sealed record Request(
        Series Series, DeadlineKind Kind, EntryTier Tier, DateTimeOffset At, Zone? Zone = null, IReadOnlyList<DisplayName>? Countries = null);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The deadline, or the refusal.</returns>
    public async Task<Outcome<Deadline>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(caller);
        // To the second, like everything that the board publishes: what is asked for twice must be the same the second time.
        var second = request.At.AddTicks(-(request.At.Ticks % TimeSpan.TicksPerSecond));
        var wish = new Deadline(request.Series, request.Kind, request.Tier, second, request.Zone, request.Countries);
        return caller.IsBoard ? await store.SetAsync(wish.Series, book => book.Set(wish, caller, clock.GetUtcNow()), ct) : new BoardOnly();
    }
}
