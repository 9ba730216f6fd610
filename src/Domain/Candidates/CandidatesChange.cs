using Exams.Domain.Audit;
using Exams.Domain.News;

namespace Exams.Domain.Candidates;

/// <summary>Candidates as they shall be: all of it is written, or none.</summary>
/// <param name="at">Now.</param>
public sealed class CandidatesChange(DateTimeOffset at)
{
    private readonly HashSet<Candidate> _added = [];
    private readonly HashSet<Candidate> _changed = [];

    /// <summary>Now.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>New candidates; they have no row yet.</summary>
    public IReadOnlyCollection<Candidate> Added => _added;

    /// <summary>Candidates who have a row and are different now, with the versions that must still stand; the store counts each up by one.</summary>
    public IReadOnlyCollection<Candidate> Changed => _changed;

    /// <summary>Those among them whose name, as it is printed on their sheet, is another.</summary>
    public List<Candidate> Renamed { get; } = [];

    /// <summary>Numbers that are set aside.</summary>
    public List<NumberBlock> Blocks { get; } = [];

    /// <summary>The news.</summary>
    public List<NewsItem> News { get; } = [];

    /// <summary>Who had it done.</summary>
    public List<AuditRecord> Audit { get; } = [];

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => _added.Count == 0 && _changed.Count == 0 && Blocks.Count == 0;

    /// <summary>Notes that a candidate is new or different.</summary>
    /// <param name="candidate">The candidate.</param>
    internal void Write(Candidate candidate) => (candidate.Id == 0 ? _added : _changed).Add(candidate);
}
