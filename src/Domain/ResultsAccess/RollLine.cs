using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>One candidate on a centre's roll for a series.</summary>
/// <param name="CandidateId">The candidate's row.</param>
/// <param name="Number">The candidate number.</param>
/// <param name="HasActiveEntry">Whether at least one entry stands: only then is the candidate entitled.</param>
/// <param name="GrantId">The grant's row; null when there never was one.</param>
/// <param name="Grant">The grant's state; null when there never was one.</param>
/// <param name="Username">The username of the credential; null when there is none.</param>
public readonly record struct RollLine(
    long CandidateId, CandidateNumber Number, bool HasActiveEntry, long? GrantId, GrantState? Grant, string? Username)
{
    /// <summary>Whether the candidate has access now.</summary>
    public bool IsActive => Grant == GrantState.Active && HasActiveEntry;
}
