using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>A centre changes how long its candidates wait after the official instant; sheets printed before are stale.</summary>
public sealed class ChangeDelay(IResultsAccessStore store, TimeProvider clock)
{
    /// <summary>What the officer asks for.</summary>
    /// <param name="Centre">The centre.</param>
    /// <param name="Series">The series.</param>
    /// <param name="DelayMinutes">Whole minutes, 0 to 20,160.</param>
    /// <param name="ExpectedVersion">The version of the setting that was seen.</param>
    public sealed record Request(CentreNumber Centre, Series Series, int DelayMinutes, int ExpectedVersion);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What was done, or the refusal.</returns>
    public Task<Outcome<AccessChanged>> RunAsync(Request request, Caller caller, CancellationToken ct) => store.ChangeAsync(
        request.Centre, request.Series, roll => roll.ChangeDelay(request.DelayMinutes, request.ExpectedVersion, caller, clock.GetUtcNow()), ct);
}
