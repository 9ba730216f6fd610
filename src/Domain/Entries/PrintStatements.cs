using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>Somebody has statements of entry printed: for each candidate one page that says what the candidate is entered for, to check and to sign.</summary>
/// <remarks>Domain 2.1, step 3.</remarks>
public sealed class PrintStatements(IStatementStore store, ICredentialMint mint, TimeProvider clock)
{
    private static readonly Permission[] _needed = [.. new[] { Permission.CandidatesRead, Permission.EntriesRead }
        .Select(one => Permission.TryParse(one, out var named) ? named : throw new ArgumentException(one))];

    /// <summary>What is asked for.</summary>
    /// <param name="Centre">The centre.</param>
    /// <param name="Series">The series.</param>
    /// <param name="Candidates">The candidates whose statements are wanted; everybody who is entered when left out.</param>
    public sealed record Request(CentreNumber Centre, Series Series, IReadOnlyList<CandidateNumber>? Candidates = null);

    /// <summary>Whether a caller may read what statements say, at its own centres.</summary>
    /// <param name="caller">The caller.</param>
    /// <returns>True with leave to read candidates and entries.</returns>
    public static bool MayRead(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return _needed.All(caller.Permissions.Contains);
    }

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The printing that was ordered, or the refusal.</returns>
    public async Task<Outcome<AccessDocuments>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!caller.Administers(request.Centre) || await store.FindAsync(request.Centre, request.Series, ct) is not { } roll)
        {
            return new CentreNotFound(request.Centre);
        }

        return roll.Print(request.Candidates, caller, mint, clock.GetUtcNow()).IsDone(out var order, out var refusal)
            ? await store.CommitAsync(order, ct)
            : refusal;
    }
}
