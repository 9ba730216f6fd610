namespace Exams.Domain.KeyDates;

/// <summary>How entries of a series stand for a centre at an instant.</summary>
/// <param name="Tier">How late an entry made now would be; null when entries are closed.</param>
/// <param name="TierEndsAt">The last instant of that tier; null when it never ends, or entries are closed.</param>
/// <param name="NextTier">How late an entry made after that would be; null when entries are closed then, or nothing changes.</param>
/// <param name="ClosesAt">The last instant at which an entry is taken at all; null when entries never close.</param>
public sealed record EntryWindow(EntryTier? Tier, DateTimeOffset? TierEndsAt, EntryTier? NextTier, DateTimeOffset? ClosesAt)
{
    /// <summary>Whether entries are taken.</summary>
    public bool IsOpen => Tier is not null;
}
