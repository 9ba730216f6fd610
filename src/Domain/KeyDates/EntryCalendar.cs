using Exams.Domain.Centres;

namespace Exams.Domain.KeyDates;

/// <summary>The deadlines that one centre has in one series.</summary>
/// <remarks>Rules 8 and 9, trap T14. Where the board has published no deadline for entries, they are open and never late.</remarks>
public sealed class EntryCalendar
{
    private readonly List<Deadline> _deadlines;

    /// <summary>Picks a centre's deadlines.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="ofSeries">All deadlines of the series.</param>
    public EntryCalendar(Centre centre, IEnumerable<Deadline> ofSeries) =>
        _deadlines = [.. ofSeries.Where(deadline => deadline.IsFor(centre)).GroupBy(deadline => deadline.Kind).SelectMany(Closest).OrderBy(deadline => deadline.At)];

    /// <summary>The deadlines that bind the centre, in the order of time: of each kind those that are drawn most closely.</summary>
    public IReadOnlyList<Deadline> Deadlines => _deadlines;

    /// <summary>Whether the series knows retakes, for this centre.</summary>
    public bool HasRetakes => _deadlines.Exists(deadline => deadline.Kind == DeadlineKind.RetakeEntry);

    /// <summary>In which tier an entry falls.</summary>
    /// <param name="isRetake">Whether the candidate retakes.</param>
    /// <param name="at">When it came in.</param>
    /// <returns>The tier; null when entries are closed.</returns>
    public EntryTier? TierAt(bool isRetake, DateTimeOffset at)
    {
        var open = Entries(isRetake).ToList();
        return open.Count == 0 ? EntryTier.OnTime : open.Where(deadline => at <= deadline.At).Min(deadline => (EntryTier?)deadline.Tier);
    }

    /// <summary>The last instant at which an entry is taken at all.</summary>
    /// <param name="isRetake">Whether the candidate retakes.</param>
    /// <returns>The instant; null when entries never close.</returns>
    public DateTimeOffset? ClosesAt(bool isRetake) => Entries(isRetake).Max(deadline => (DateTimeOffset?)deadline.At);

    /// <summary>How entries stand: what an entry made now would be, and what changes when.</summary>
    /// <param name="isRetake">Whether the candidate retakes.</param>
    /// <param name="now">Now.</param>
    /// <returns>The window; null for retakes where the series knows none.</returns>
    public EntryWindow? WindowAt(bool isRetake, DateTimeOffset now)
    {
        if (isRetake && !HasRetakes)
        {
            return null;
        }

        var tier = TierAt(isRetake, now);
        var endsAt = tier is null ? null : Entries(isRetake).Where(deadline => deadline.Tier == tier).Max(deadline => (DateTimeOffset?)deadline.At);
        var next = endsAt is { } end ? TierAt(isRetake, end.AddTicks(1)) : null;
        return new EntryWindow(tier, endsAt, next, ClosesAt(isRetake));
    }

    /// <summary>The last instant for estimated entries.</summary>
    /// <returns>The instant; null when there is none.</returns>
    public DateTimeOffset? EstimatedEntriesCloseAt =>
        _deadlines.Where(deadline => deadline.Kind == DeadlineKind.EstimatedEntries).Max(deadline => (DateTimeOffset?)deadline.At);

    // After its own deadline a retake is as late as any entry.
    private IEnumerable<Deadline> Entries(bool isRetake) => _deadlines.Where(deadline =>
        (deadline.Kind == DeadlineKind.Entry && (!isRetake || deadline.Tier != EntryTier.OnTime)) || (isRetake && deadline.Kind == DeadlineKind.RetakeEntry));

    private static IEnumerable<Deadline> Closest(IEnumerable<Deadline> ofKind)
    {
        var all = ofKind.ToList();
        var closest = all.Max(deadline => deadline.Precision);
        return all.Where(deadline => deadline.Precision == closest);
    }
}
