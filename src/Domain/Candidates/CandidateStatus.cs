namespace Exams.Domain.Candidates;

/// <summary>Whether a registration stands.</summary>
public enum CandidateStatus
{
    /// <summary>The candidate is registered at the centre.</summary>
    Active,

    /// <summary>The candidate and the entries went to another centre; the number is not used again.</summary>
    /// <remarks>Rules 11 and 12, trap T17.</remarks>
    TransferredOut,
}
