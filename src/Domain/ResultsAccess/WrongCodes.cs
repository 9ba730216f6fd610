using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>How wrong second-factor codes are counted while documents are fetched.</summary>
internal static class WrongCodes
{
    /// <summary>Counts one, if that is what the decision was about and the limit is not reached yet.</summary>
    public static async Task CountWrongCodeAsync(
        this ISignInStore store, DocumentDesk desk, Outcome<DocumentChange> decided, DateTimeOffset at, CancellationToken ct)
    {
        if (!decided.IsDone(out _, out var refusal) && refusal is SecondFactorWrong && desk.WrongCodes < Throttle.MostFromOneSource)
        {
            await store.CommitAsync(
                new SignInChange(desk.User!.Username, Throttle.SecondFactorSource, at, Session: null, TotpStep: null, Audit: null), ct);
        }
    }
}
