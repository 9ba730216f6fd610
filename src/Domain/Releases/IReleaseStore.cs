using Exams.Domain.Audit;
using Exams.Domain.Jobs;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Releases;

/// <summary>What setting release dates needs of the world.</summary>
public interface IReleaseStore
{
    /// <summary>Finds the release dates of a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="qualification">The qualification that is asked about.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The dates, the caller's to change; null when the board awards no such qualification.</returns>
    Task<ReleaseSchedule?> FindAsync(Series series, QualificationCode qualification, CancellationToken ct);

    /// <summary>Does all of a change, or none.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The date; or <see cref="ChangedMeanwhile"/>, and nothing was done.</returns>
    Task<Outcome<ReleaseDate>> CommitAsync(ReleaseChange change, CancellationToken ct);
}

/// <summary>A release date as it shall be.</summary>
/// <param name="Date">The date.</param>
/// <param name="ExpectedVersion">The version that must still stand; 0 when the date is new.</param>
/// <param name="Other">The other audience's date that was decided on, with its version; null when there was none. It must still stand so.</param>
/// <param name="Stales">Whether documents of the series become stale (<c>ReleaseScheduleChanged</c>): those of every centre with
/// an active entry in the qualification, each with its <c>DocumentsStale</c> news.</param>
/// <param name="Job">The announcement to order.</param>
/// <param name="News">The news.</param>
/// <param name="Audit">Who had it done.</param>
public sealed record ReleaseChange(
    ReleaseDate Date, int ExpectedVersion, ReleaseDate? Other, bool Stales, AnnounceRelease Job, NewsItem News, AuditRecord Audit);
