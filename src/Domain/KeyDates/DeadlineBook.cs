using Exams.Domain.Audit;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.KeyDates;

/// <summary>The deadlines of a series, and the decision to set one of them.</summary>
/// <param name="Series">The series.</param>
/// <param name="SeriesIsKnown">Whether the board has it.</param>
/// <param name="Standing">The deadlines that there are.</param>
public sealed record DeadlineBook(Series Series, bool SeriesIsKnown, IReadOnlyList<Deadline> Standing)
{
    /// <summary>Decides.</summary>
    /// <param name="wish">The deadline as it shall be.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="at">Now.</param>
    /// <returns>What to keep; without news when it is so already.</returns>
    /// <remarks>Rule 8.</remarks>
    public Outcome<DeadlineChange> Set(Deadline wish, Caller caller, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (!SeriesIsKnown)
        {
            return new SeriesNotFound(Series);
        }

        if (wish.Kind == DeadlineKind.EstimatedEntries && wish.Tier != EntryTier.OnTime)
        {
            return new EstimatesNeverLate();
        }

        var known = Standing.FirstOrDefault(one => one.IsBeside(wish) && one.Tier == wish.Tier);
        if (known?.At == wish.At)
        {
            return new DeadlineChange(known, [], []);
        }

        if (wish.HasPassed(at))
        {
            return new DeadlineInPast(wish.At);
        }

        if (Standing.FirstOrDefault(wish.Contradicts) is { } other)
        {
            return new DeadlineOutOfOrder(other.Tier, other.At);
        }

        known?.Move(wish.At);
        return new DeadlineChange(
            known ?? wish,
            [new NewsItem(NewsType.DeadlineSet, at) { Series = Series }],
            [new AuditRecord(at, caller, AuditAction.DeadlineSet) { Series = Series, Detail = Told(wish) }]);
    }

    private static string Told(Deadline deadline) =>
        $"{deadline.Kind} {deadline.Tier} {deadline.At:yyyy-MM-ddTHH:mm:ssZ}{(deadline.Zone is { } zone ? $" zone {zone}" : "")}{(deadline.Countries.Count > 0 ? $" countries {deadline.Countries.Count}" : "")}";
}
