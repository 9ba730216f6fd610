using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Sessions;

/// <summary>What decides whether a candidate gets in.</summary>
/// <param name="Credential">The credential.</param>
/// <param name="State">The grant's state.</param>
/// <param name="HasActiveEntry">Whether the candidate has an active entry at this moment.</param>
/// <param name="CandidateId">The candidate's row.</param>
/// <param name="Centre">The candidate's centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Number">The candidate's number.</param>
public sealed record CandidateAccount(
    Credential Credential, GrantState State, bool HasActiveEntry, long CandidateId, CentreNumber Centre, Series Series, CandidateNumber Number)
{
    /// <summary>The caller that this candidate is within a session.</summary>
    /// <param name="session">The session's row.</param>
    /// <returns>The candidate.</returns>
    public Caller AsCaller(long session) => new Caller.Candidate(CandidateId, Centre, Series, Number, Credential.GrantId, session);
}
