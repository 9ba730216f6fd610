using Exams.Domain.Audit;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>What entering and withdrawing needs of the world. Not gated: the verbs ask the caller's rights themselves.</summary>
public interface IEntryStore
{
    /// <summary>Finds a candidate's entries with what a decision on one syllabus needs.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="candidate">The candidate's number.</param>
    /// <param name="syllabus">The syllabus that is asked about.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The book, perhaps without a candidate; null when there is no such centre.</returns>
    Task<EntryBook?> FindBookAsync(CentreNumber centre, Series series, CandidateNumber candidate, SyllabusCode syllabus, CancellationToken ct);

    /// <summary>Does all of a change, or none.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The entry; or <see cref="ChangedMeanwhile"/>, and nothing was done.</returns>
    Task<Outcome<Entry>> CommitAsync(EntryChange change, CancellationToken ct);
}

/// <summary>An entry as it shall be.</summary>
/// <param name="Entry">The entry; a new row when it has none.</param>
/// <param name="CandidateVersion">The candidate's version that must still stand, else <c>CHANGED_MEANWHILE</c>; the store counts it up by one.</param>
/// <param name="SuspendGrant">The grant that is suspended because no entry stands any more, its sessions ending in the same
/// transaction and the centre's documents becoming stale (<c>CandidatesChanged</c>, with their <c>DocumentsStale</c> news); null
/// when none is.</param>
/// <param name="News">The news.</param>
/// <param name="Audit">Who had it done.</param>
public sealed record EntryChange(
    Entry Entry, int CandidateVersion, long? SuspendGrant, IReadOnlyList<NewsItem> News, IReadOnlyList<AuditRecord> Audit);
