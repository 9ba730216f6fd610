using Exams.Domain.Vocabulary;

namespace Exams.Domain.Releases;

/// <summary>The board sets a release date, or moves one that has not passed; "now" releases at once.</summary>
public sealed class SetReleaseDate(IReleaseStore store, TimeProvider clock)
{
    /// <summary>What the board asks for.</summary>
    /// <param name="Series">The series.</param>
    /// <param name="Qualification">The qualification.</param>
    /// <param name="Audience">For whom.</param>
    /// <param name="At">The instant; left out when <paramref name="Now"/> is true.</param>
    /// <param name="Now">True to release at once, by the server's clock.</param>
    public sealed record Request(Series Series, QualificationCode Qualification, Audience Audience, DateTimeOffset? At = null, bool Now = false);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The date, or the refusal.</returns>
    public async Task<Outcome<ReleaseDate>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        if (!caller.IsBoard)
        {
            return new BoardOnly();
        }

        if (await store.FindAsync(request.Series, request.Qualification, ct) is not { } schedule)
        {
            return new QualificationNotFound([request.Qualification]);
        }

        return schedule.Set(request, caller, clock.GetUtcNow()).IsDone(out var change, out var refusal)
            ? await store.CommitAsync(change, ct)
            : refusal;
    }
}
