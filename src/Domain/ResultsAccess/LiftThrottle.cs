using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>A centre lets a candidate who mistyped too often try again at once.</summary>
public sealed class LiftThrottle(IResultsAccessStore store, TimeProvider clock)
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
    /// <returns>What was lifted, or the refusal.</returns>
    public async Task<Outcome<ThrottleLifted>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        if (await store.FindRollAsync(request.Centre, request.Series, ct) is not { } roll)
        {
            return new CentreNotFound(request.Centre);
        }

        return roll.LiftThrottle(request.Candidate, caller, clock.GetUtcNow()).IsDone(out var lifting, out var refusal)
            ? await store.CommitAsync(lifting, ct)
            : refusal;
    }
}
