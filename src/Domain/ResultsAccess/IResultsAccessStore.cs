using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>What results access needs of the world. Not gated: the verbs ask the caller's rights themselves.</summary>
public interface IResultsAccessStore
{
    /// <summary>Finds a centre's roll for a series.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The roll, perhaps without candidates; null when there is no such centre.</returns>
    Task<AccessRoll?> FindRollAsync(CentreNumber centre, Series series, CancellationToken ct);

    /// <summary>Does all of a change, or none.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels until the transaction begins to commit.</param>
    /// <returns>What was done; or <see cref="VersionStale"/> or <see cref="ChangedMeanwhile"/>, and nothing was done.</returns>
    Task<Outcome<AccessChanged>> CommitAsync(AccessChange change, CancellationToken ct);

    /// <summary>Forgets the failed sign-ins of a username, from every source, and records who had it done.</summary>
    /// <param name="lifting">Which, and who.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What was lifted.</returns>
    Task<Outcome<ThrottleLifted>> CommitAsync(ThrottleLifting lifting, CancellationToken ct);
}
