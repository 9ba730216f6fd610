using Exams.Domain.Candidates;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>A candidate's entry for one syllabus with one option.</summary>
/// <remarks>Withdrawing is a state, never a delete (rule 11, trap T16); at most one entry per syllabus is active (rule 7).</remarks>
public sealed class Entry
{
    /// <summary>Enters a candidate.</summary>
    /// <param name="candidate">The candidate, already stored.</param>
    /// <param name="syllabus">The syllabus.</param>
    /// <param name="option">The option.</param>
    /// <param name="at">Now.</param>
    public Entry(Candidate candidate, SyllabusCode syllabus, OptionCode option, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        CandidateId = candidate.Id;
        Centre = candidate.Centre;
        Series = candidate.Series;
        Syllabus = syllabus;
        Option = option;
        EnteredAt = at;
    }

    private Entry()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The candidate's row.</summary>
    public long CandidateId { get; private set; }

    /// <summary>The candidate's centre.</summary>
    public CentreNumber Centre { get; private set; }

    /// <summary>The series.</summary>
    public Series Series { get; private set; }

    /// <summary>The syllabus.</summary>
    public SyllabusCode Syllabus { get; private set; }

    /// <summary>The option.</summary>
    public OptionCode Option { get; private set; }

    /// <summary>Whether it stands.</summary>
    public EntryStatus Status { get; private set; }

    /// <summary>When the candidate was last entered.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>When it was withdrawn, if it is.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Whether it stands.</summary>
    public bool IsActive => Status == EntryStatus.Active;

    /// <summary>Withdraws the entry.</summary>
    /// <param name="at">Now.</param>
    public void Withdraw(DateTimeOffset at)
    {
        Status = EntryStatus.Withdrawn;
        WithdrawnAt = at;
    }

    /// <summary>Makes a withdrawn entry stand again.</summary>
    /// <param name="at">Now.</param>
    public void Reenter(DateTimeOffset at)
    {
        Status = EntryStatus.Active;
        WithdrawnAt = null;
        EnteredAt = at;
    }
}
