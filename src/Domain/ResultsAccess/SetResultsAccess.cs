using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>A centre confirms which of its candidates have access to their results in a series, and orders their sheets.</summary>
public sealed class SetResultsAccess(IResultsAccessStore store, ICredentialMint mint, TimeProvider clock)
{
    /// <summary>What the officer asks for. What is left out stays as it was.</summary>
    /// <param name="Centre">The centre.</param>
    /// <param name="Series">The series.</param>
    /// <param name="Scope">NONE, ALL or SELECTED.</param>
    /// <param name="ExpectedVersion">The version of the setting that was seen; 0 before anything was confirmed.</param>
    /// <param name="Candidates">With SELECTED: the candidate numbers, all of them.</param>
    /// <param name="QueriesAccepted">Whether the centre deals with its candidates' queries; must be true for ALL and SELECTED.</param>
    /// <param name="Contact">Whom candidates ask; must be known for ALL and SELECTED.</param>
    /// <param name="DelayMinutes">How long after the official instant candidates see results: whole minutes, 0 to 20,160.</param>
    public sealed record Request(
        CentreNumber Centre,
        Series Series,
        AccessStatus Scope,
        int ExpectedVersion,
        IReadOnlyList<CandidateNumber>? Candidates = null,
        bool? QueriesAccepted = null,
        TypedContact? Contact = null,
        int? DelayMinutes = null);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What was done, or the refusal.</returns>
    public Task<Outcome<AccessChanged>> RunAsync(Request request, Caller caller, CancellationToken ct) =>
        store.ChangeAsync(request.Centre, request.Series, roll => roll.Set(request, caller, mint, clock.GetUtcNow()), ct);
}
