using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>A centre whose access is SELECTED adds one candidate.</summary>
public sealed class SelectCandidate(IResultsAccessStore store, ICredentialMint mint, TimeProvider clock)
{
    /// <summary>What the officer asks for.</summary>
    /// <param name="Centre">The centre.</param>
    /// <param name="Series">The series.</param>
    /// <param name="Candidate">The candidate's number.</param>
    /// <param name="ExpectedVersion">The version of the setting that was seen.</param>
    public sealed record Request(CentreNumber Centre, Series Series, CandidateNumber Candidate, int ExpectedVersion);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What was done, or the refusal.</returns>
    public Task<Outcome<AccessChanged>> RunAsync(Request request, Caller caller, CancellationToken ct) => store.ChangeAsync(
        request.Centre, request.Series, roll => roll.Select(request.Candidate, request.ExpectedVersion, caller, mint, clock.GetUtcNow()), ct);
}
