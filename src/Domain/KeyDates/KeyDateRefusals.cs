using Exams.Domain.Vocabulary;

namespace Exams.Domain.KeyDates;

/// <summary>A deadline cannot be set to an instant that has passed.</summary>
/// <param name="At">The instant.</param>
public sealed record DeadlineInPast(DateTimeOffset At) : Refusal(
    "DEADLINE_IN_PAST", $"The instant {At:yyyy-MM-dd HH:mm} UTC has passed: a deadline is set, or moved, to an instant that is still to come.", "at");

/// <summary>The deadlines would not come in the order of their tiers.</summary>
/// <param name="Tier">The other tier.</param>
/// <param name="At">When that one ends.</param>
public sealed record DeadlineOutOfOrder(EntryTier Tier, DateTimeOffset At) : Refusal(
    "DEADLINE_OUT_OF_ORDER",
    $"For the same centres {Named(Tier)} ends at {At:yyyy-MM-dd HH:mm} UTC, and a dearer tier ends later than a cheaper one: move that one first.",
    "at")
{
    private static string Named(EntryTier tier) => tier switch
    {
        EntryTier.OnTime => "ON_TIME",
        EntryTier.Late => "LATE",
        _ => "VERY_LATE",
    };
}

/// <summary>There are no late tiers for estimated entries.</summary>
public sealed record EstimatesNeverLate() : Refusal("ESTIMATES_NEVER_LATE", "Estimated entries are never late: their tier is ON_TIME.", "tier");
