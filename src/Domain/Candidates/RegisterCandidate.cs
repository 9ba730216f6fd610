using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>A centre registers a candidate for a series under a number of its own choice.</summary>
public sealed class RegisterCandidate(ICandidateStore store, TimeProvider clock)
{
    /// <summary>What the centre asks for.</summary>
    /// <param name="Centre">The centre.</param>
    /// <param name="Series">The series.</param>
    /// <param name="Number">The candidate number.</param>
    /// <param name="Details">What the centre says about the person.</param>
    public sealed record Request(CentreNumber Centre, Series Series, CandidateNumber Number, PersonalDetails Details);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The candidate, or the refusal.</returns>
    public async Task<Outcome<Candidate>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        if (!caller.Administers(request.Centre)
            || await store.FindPlaceAsync(request.Centre, request.Series, request.Number, request.Details.Uci, ct) is not { } place)
        {
            return new CentreNotFound(request.Centre);
        }

        return place.Register(request, caller, clock.GetUtcNow()).IsDone(out var change, out var refusal)
            ? await store.CommitAsync(change, ct)
            : refusal;
    }
}
