using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>A centre replaces one candidate's lost password: open sessions end, the old sheet is void, a new one is printed.</summary>
public sealed class ReissuePassword(IResultsAccessStore store, ICredentialMint mint, TimeProvider clock)
{
    /// <summary>What the officer asks for.</summary>
    /// <param name="Centre">The centre.</param>
    /// <param name="Series">The series.</param>
    /// <param name="Candidate">The candidate's number.</param>
    public sealed record Request(CentreNumber Centre, Series Series, CandidateNumber Candidate);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What was done, or the refusal.</returns>
    public Task<Outcome<AccessChanged>> RunAsync(Request request, Caller caller, CancellationToken ct) => store.ChangeAsync(
        request.Centre, request.Series, roll => roll.Reissue(request.Candidate, caller, mint, clock.GetUtcNow()), ct);
}
