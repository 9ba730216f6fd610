using Exams.Domain.Candidates;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Transfers;

/// <summary>A candidate moves to another centre with all entries of a series: two centres' forms and the board's word.</summary>
/// <remarks>Domain 2.5, rule 12. It is a thing of its own and never an edit of the candidate's centre, which would lose number, fees and
/// history (trap T17). At most one of a candidate is open at a time. It names no person: <see cref="TransferForm"/> does.</remarks>
public sealed class Transfer
{
    /// <summary>The original centre asks for it.</summary>
    /// <param name="candidate">The registration at the original centre, already stored.</param>
    /// <param name="to">The receiving centre.</param>
    /// <param name="at">Now.</param>
    public Transfer(Candidate candidate, CentreNumber to, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        CandidateId = candidate.Id;
        OriginalCentre = candidate.Centre;
        Series = candidate.Series;
        Number = candidate.Number;
        ReceivingCentre = to;
        AskedAt = at;
    }

    private Transfer()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The row of the registration at the original centre.</summary>
    public long CandidateId { get; private set; }

    /// <summary>The original centre.</summary>
    public CentreNumber OriginalCentre { get; private set; }

    /// <summary>The series.</summary>
    public Series Series { get; private set; }

    /// <summary>The candidate number at the original centre.</summary>
    public CandidateNumber Number { get; private set; }

    /// <summary>The receiving centre.</summary>
    public CentreNumber ReceivingCentre { get; private set; }

    /// <summary>How far it has come.</summary>
    public TransferStatus Status { get; private set; }

    /// <summary>When the original centre asked for it.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When the receiving centre accepted it, if it did.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>When it was confirmed, refused or cancelled, if it was.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who confirmed, refused or cancelled it, if anybody did.</summary>
    public TransferParty? EndedBy { get; private set; }

    /// <summary>Why the board refused it, in its own words, if it said so.</summary>
    public DisplayName? Reason { get; private set; }

    /// <summary>The candidate number that the receiving centre chose; null for the next free one.</summary>
    public CandidateNumber? WantedNumber { get; private set; }

    /// <summary>The row of the registration at the receiving centre, once it is confirmed.</summary>
    public long? NewCandidateId { get; private set; }

    /// <summary>Whether the candidate's entries are locked for it.</summary>
    public bool IsOpen => Status is TransferStatus.Asked or TransferStatus.Accepted;

    /// <summary>The receiving centre accepts it, or chooses another number.</summary>
    /// <param name="number">The number that the candidate is to have there; null for the next free one.</param>
    /// <param name="at">Now.</param>
    public void Accept(CandidateNumber? number, DateTimeOffset at)
    {
        Status = TransferStatus.Accepted;
        AcceptedAt = at;
        WantedNumber = number;
    }

    /// <summary>The board confirms it.</summary>
    /// <param name="at">Now.</param>
    public void Confirm(DateTimeOffset at) => End(TransferStatus.Confirmed, TransferParty.Board, at);

    /// <summary>The board refuses it.</summary>
    /// <param name="reason">Why, if it says so.</param>
    /// <param name="at">Now.</param>
    public void Refuse(DisplayName? reason, DateTimeOffset at)
    {
        End(TransferStatus.Refused, TransferParty.Board, at);
        Reason = reason;
    }

    /// <summary>It is called off.</summary>
    /// <param name="by">By whom.</param>
    /// <param name="at">Now.</param>
    public void Cancel(TransferParty by, DateTimeOffset at) => End(TransferStatus.Cancelled, by, at);

    /// <summary>Names the new registration. The store calls it when that has a row.</summary>
    /// <param name="arrived">The registration at the receiving centre.</param>
    public void Arrive(Candidate arrived)
    {
        ArgumentNullException.ThrowIfNull(arrived);
        NewCandidateId = arrived.Id;
    }

    private void End(TransferStatus status, TransferParty by, DateTimeOffset at)
    {
        Status = status;
        EndedAt = at;
        EndedBy = by;
    }
}
