using Exams.Domain.Audit;
using Exams.Domain.News;
using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Fees;

/// <summary>What setting fees needs of the world.</summary>
public interface IFeeStore
{
    /// <summary>Decides on a line of the fee list as it stands, and keeps what was decided; nobody else sets one meanwhile.</summary>
    /// <param name="wish">The fee that is asked for.</param>
    /// <param name="decide">The decision; may be asked more than once.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The fee, or the refusal.</returns>
    Task<Outcome<Fee>> SetAsync(Fee wish, Func<FeeFacts, Outcome<FeeChange>> decide, CancellationToken ct);
}

/// <summary>What a fee is decided on.</summary>
/// <param name="SeriesIsKnown">Whether the board has the series.</param>
/// <param name="QualificationIsKnown">Whether the board awards the qualification, where one is named.</param>
/// <param name="Syllabus">The syllabus, where one is named and known.</param>
/// <param name="Standing">The line that there is already; null when there is none.</param>
public sealed record FeeFacts(bool SeriesIsKnown, bool QualificationIsKnown, Syllabus? Syllabus, Fee? Standing);

/// <summary>A fee as it shall be.</summary>
/// <param name="Fee">The fee; a new one when it has no row.</param>
/// <param name="News">The news; none when it was so already.</param>
/// <param name="Audit">Who had it done; nothing when it was so already.</param>
public sealed record FeeChange(Fee Fee, IReadOnlyList<NewsItem> News, IReadOnlyList<AuditRecord> Audit);
