using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>How every verb on a roll goes: find, decide, commit.</summary>
internal static class AccessDesk
{
    private const int Tries = 3;

    /// <summary>Runs a decision; when an entry changed between finding and committing, finds and decides again.</summary>
    public static async Task<Outcome<AccessChanged>> ChangeAsync(
        this IResultsAccessStore store, CentreNumber centre, Series series, Func<AccessRoll, Outcome<AccessChange>> decide, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await store.FindRollAsync(centre, series, ct) is not { } roll)
            {
                return new CentreNotFound(centre);
            }

            if (!decide(roll).IsDone(out var change, out var refusal))
            {
                return refusal;
            }

            var outcome = await store.CommitAsync(change, ct);
            if (outcome.IsDone(out _, out var late) || late is not ChangedMeanwhile || attempt == Tries)
            {
                return outcome;
            }
        }
    }
}
