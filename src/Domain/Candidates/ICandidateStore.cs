using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>What registering candidates needs of the world. Not gated: the desk asks the caller's rights itself.</summary>
public interface ICandidateStore
{
    /// <summary>Finds what wishes are about, in a few statements however many they are.</summary>
    /// <param name="wishes">The wishes.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The facts.</returns>
    Task<CandidateFacts> FindAsync(IReadOnlyList<CandidateWish> wishes, CancellationToken ct);

    /// <summary>Finds which numbers of a centre and series are gone.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The facts.</returns>
    Task<CandidateFacts> FindNumbersAsync(CentreNumber centre, Series series, CancellationToken ct);

    /// <summary>Does all of a change, or none.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The change as given, its new candidates numbered; or <see cref="ChangedMeanwhile"/>, and nothing was done.</returns>
    Task<Outcome<CandidatesChange>> CommitAsync(CandidatesChange change, CancellationToken ct);

    /// <summary>Writes what a desk decided, if it decided to write anything.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null; or why nothing was written.</returns>
    internal async Task<Refusal?> WriteAsync(CandidateDesk desk, CancellationToken ct) =>
        desk.Change.IsEmpty || (await CommitAsync(desk.Change, ct)).IsDone(out _, out var refusal) ? null : refusal;
}
