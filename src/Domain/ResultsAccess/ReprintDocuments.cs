using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>A centre has its sheets printed again, as things are now; no password changes.</summary>
public sealed class ReprintDocuments(IResultsAccessStore store, ICredentialMint mint, TimeProvider clock)
{
    /// <summary>What the officer asks for.</summary>
    /// <param name="Centre">The centre.</param>
    /// <param name="Series">The series.</param>
    /// <param name="Candidate">One candidate's number, to print that sheet alone; everybody's when left out.</param>
    public sealed record Request(CentreNumber Centre, Series Series, CandidateNumber? Candidate = null);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What was done, or the refusal.</returns>
    public Task<Outcome<AccessChanged>> RunAsync(Request request, Caller caller, CancellationToken ct) => store.ChangeAsync(
        request.Centre, request.Series, roll => roll.Reprint(request.Candidate, caller, mint, clock.GetUtcNow()), ct);
}
