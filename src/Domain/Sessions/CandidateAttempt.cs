using Exams.Domain.ResultsAccess;

namespace Exams.Domain.Sessions;

/// <summary>A try to sign in as a candidate.</summary>
/// <param name="Account">The candidate; null when there is none.</param>
/// <param name="FailuresFromHere">Failures under the username from the source within the window.</param>
/// <param name="FailuresFromAnywhere">Failures under the username from all sources within the window.</param>
public sealed record CandidateAttempt(CandidateAccount? Account, int FailuresFromHere, int FailuresFromAnywhere)
{
    /// <summary>Whether the try comes too soon after too many failures.</summary>
    public bool IsOver => Throttle.IsOver(FailuresFromHere, FailuresFromAnywhere);

    /// <summary>Decides whether the candidate gets in: with the right password, an active grant and an active entry (rules 29 and 37).</summary>
    /// <param name="isRight">Whether the password is right.</param>
    /// <returns>The candidate; null when not, whatever the reason.</returns>
    public CandidateAccount? LetIn(bool isRight) =>
        !IsOver && isRight && Account is { State: GrantState.Active, HasActiveEntry: true } ? Account : null;
}
