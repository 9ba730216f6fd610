using Exams.Domain.Audit;
using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Fees;
using Exams.Domain.News;

namespace Exams.Domain.Transfers;

/// <summary>A transfer as it shall be, with all that follows from it: all of it is written, or none.</summary>
/// <param name="Transfer">The transfer; it has no row yet when it was asked for just now.</param>
/// <param name="Book">The candidate at the original centre. Its version must still stand; the store counts it up by one, so that of two
/// who decide on one transfer at once only one is heard.</param>
/// <param name="At">Now.</param>
public sealed record TransferChange(Transfer Transfer, EntryBook Book, DateTimeOffset At)
{
    /// <summary>What the form says of the candidate, when the transfer was asked for just now.</summary>
    public TransferForm? Form { get; init; }

    /// <summary>The entries that the form names.</summary>
    public IReadOnlyList<TransferredEntry> FormEntries { get; init; } = [];

    /// <summary>The new registration at the receiving centre, when it is confirmed; it has no row yet.</summary>
    public Candidate? Arrived { get; init; }

    /// <summary>Entries at the original centre that are different now.</summary>
    public List<Entry> Left { get; } = [];

    /// <summary>New entries at the receiving centre; they have no row yet.</summary>
    public List<Entry> Made { get; } = [];

    /// <summary>Lines of both centres' accounts.</summary>
    public List<FeeLine> Fees { get; } = [];

    /// <summary>The grant that the candidate loses at the original centre, its sessions ending in the same transaction and the centre's
    /// documents becoming stale; null when there is none.</summary>
    /// <remarks>Rule 37.</remarks>
    public long? Suspended { get; init; }

    /// <summary>The news, each for one of the two centres; the store puts the transfer's row into those that are about it.</summary>
    public List<NewsItem> News { get; } = [];

    /// <summary>Who had it done.</summary>
    public List<AuditRecord> Audit { get; } = [];
}
