using Exams.Domain.Candidates;
using Exams.Domain.KeyDates;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>A candidate's entry for one syllabus with one option.</summary>
/// <remarks>Withdrawing is a state, never a delete (rule 11, trap T16); at most one entry per syllabus is active (rule 7).</remarks>
public sealed class Entry
{
    private readonly Candidate? _candidate;

    /// <summary>Enters a candidate.</summary>
    /// <param name="candidate">The candidate; one who has no row yet gives it with <see cref="Number"/>.</param>
    /// <param name="syllabus">The syllabus.</param>
    /// <param name="option">The option.</param>
    /// <param name="at">Now.</param>
    /// <param name="terms">What goes with it.</param>
    public Entry(Candidate candidate, SyllabusCode syllabus, OptionCode option, DateTimeOffset at, EntryTerms terms = default)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        _candidate = candidate;
        CandidateId = candidate.Id;
        Centre = candidate.Centre;
        Series = candidate.Series;
        Syllabus = syllabus;
        Option = option;
        EnteredAt = at;
        Take(terms);
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

    /// <summary>How late it was when the candidate was last entered.</summary>
    /// <remarks>Rule 8.</remarks>
    public EntryTier Tier { get; private set; }

    /// <summary>The registration under which the syllabus was taken in the series before; null when this is no retake. Never changed afterwards.</summary>
    /// <remarks>Rule 9.</remarks>
    public Registration? Previous { get; private set; }

    /// <summary>The registration whose marks are carried forward, where the option carries any.</summary>
    /// <remarks>Rule 10.</remarks>
    public Registration? CarriedFrom { get; private set; }

    /// <summary>The client's own key for the entry; unique within centre and series.</summary>
    public ExternalReference? ExternalReference { get; private set; }

    /// <summary>When the candidate was last entered.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>When option, carried marks or the client's key were last changed; null when they never were.</summary>
    public DateTimeOffset? AmendedAt { get; private set; }

    /// <summary>When it was withdrawn or moved to another centre, if it was.</summary>
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

    /// <summary>The entry moves to another centre with its candidate.</summary>
    /// <param name="at">Now.</param>
    public void Transfer(DateTimeOffset at)
    {
        Status = EntryStatus.Transferred;
        WithdrawnAt = at;
    }

    /// <summary>Takes over the row of a candidate who had none when the entry was made. The store calls it when the candidate has one.</summary>
    public void Number() => CandidateId = _candidate?.Id ?? CandidateId;

    /// <summary>Makes a withdrawn entry stand again, as if it were made now.</summary>
    /// <param name="at">Now.</param>
    /// <param name="terms">What goes with it.</param>
    public void Reenter(DateTimeOffset at, EntryTerms terms = default)
    {
        Status = EntryStatus.Active;
        WithdrawnAt = null;
        EnteredAt = at;
        Take(terms);
    }

    /// <summary>Changes an entry that stands. Whether it is a retake, and how late it was made, stay.</summary>
    /// <param name="option">The option as it shall be.</param>
    /// <param name="carriedFrom">Whose marks are carried forward; null for none.</param>
    /// <param name="reference">The client's own key; null to leave it as it is.</param>
    /// <param name="at">Now.</param>
    public void Amend(OptionCode option, Registration? carriedFrom, ExternalReference? reference, DateTimeOffset at)
    {
        Option = option;
        CarriedFrom = carriedFrom;
        ExternalReference = reference ?? ExternalReference;
        AmendedAt = at;
    }

    private void Take(EntryTerms terms)
    {
        Tier = terms.Tier;
        Previous = terms.Previous;
        CarriedFrom = terms.CarriedFrom;
        ExternalReference = terms.Reference ?? ExternalReference;
    }
}
