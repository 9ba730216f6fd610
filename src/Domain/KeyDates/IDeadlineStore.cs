using Exams.Domain.Audit;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.KeyDates;

/// <summary>What setting deadlines needs of the world.</summary>
public interface IDeadlineStore
{
    /// <summary>Decides on the deadlines of a series as they stand, and keeps what was decided; nobody else sets one meanwhile.</summary>
    /// <param name="series">The series.</param>
    /// <param name="decide">The decision; may be asked more than once.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The deadline, or the refusal.</returns>
    Task<Outcome<Deadline>> SetAsync(Series series, Func<DeadlineBook, Outcome<DeadlineChange>> decide, CancellationToken ct);
}

/// <summary>A deadline as it shall be.</summary>
/// <param name="Deadline">The deadline; a new one when it has no row.</param>
/// <param name="News">The news; none when it was so already.</param>
/// <param name="Audit">Who had it done; nothing when it was so already.</param>
public sealed record DeadlineChange(Deadline Deadline, IReadOnlyList<NewsItem> News, IReadOnlyList<AuditRecord> Audit);
