using Exams.Domain.Audit;
using Exams.Domain.Candidates;
using Exams.Domain.Fees;
using Exams.Domain.News;

namespace Exams.Domain.Entries;

/// <summary>Entries as they shall be: all of it is written, or none.</summary>
/// <param name="at">Now.</param>
public sealed class EntriesChange(DateTimeOffset at)
{
    private readonly HashSet<Entry> _added = [];
    private readonly HashSet<Entry> _changed = [];
    private readonly Dictionary<long, Candidate> _touched = [];

    /// <summary>Now.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>New entries; they have no row yet.</summary>
    public IReadOnlyCollection<Entry> Added => _added;

    /// <summary>Entries that have a row and are different now.</summary>
    public IReadOnlyCollection<Entry> Changed => _changed;

    /// <summary>The candidates whose entries these are, with the versions that must still stand; the store counts each up by one.</summary>
    public IReadOnlyCollection<Candidate> Touched => _touched.Values;

    /// <summary>Lines of the centres' accounts.</summary>
    public List<FeeLine> Fees { get; } = [];

    /// <summary>Grants that are suspended because no entry stands any more, their sessions ending in the same transaction and the
    /// centre's documents becoming stale.</summary>
    public List<EntryBook> Suspended { get; } = [];

    /// <summary>The news.</summary>
    public List<NewsItem> News { get; } = [];

    /// <summary>Who had it done.</summary>
    public List<AuditRecord> Audit { get; } = [];

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => _added.Count == 0 && _changed.Count == 0;

    /// <summary>Notes that an entry is new or different.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="candidate">Whose.</param>
    internal void Write(Entry entry, Candidate candidate)
    {
        _touched.TryAdd(candidate.Id, candidate);
        (entry.Id == 0 ? _added : _changed).Add(entry);
    }
}
