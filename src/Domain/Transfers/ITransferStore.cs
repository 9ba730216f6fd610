using Exams.Domain.Bulk;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Transfers;

/// <summary>What transferring needs of the world. Not gated: the desk asks the caller's rights itself.</summary>
public interface ITransferStore
{
    /// <summary>Finds what a wish is about.</summary>
    /// <param name="wish">The wish.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The facts.</returns>
    Task<TransferFacts> FindAsync(TransferWish wish, CancellationToken ct);

    /// <summary>Finds a transfer with all that belongs to its candidate and to the receiving centre.</summary>
    /// <param name="reference">The transfer.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The facts.</returns>
    Task<TransferFacts> FindAsync(TransferReference reference, CancellationToken ct);

    /// <summary>Does all of a change, or none.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The change as given, what is new in it numbered; or <see cref="ChangedMeanwhile"/>, and nothing was done.</returns>
    Task<Outcome<TransferChange>> CommitAsync(TransferChange change, CancellationToken ct);

    /// <summary>Decides, and writes what was decided; decides anew when something it depends on changed at the same moment.</summary>
    /// <param name="open">Opens the desk with the facts as they are now.</param>
    /// <param name="decide">Decides.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What became of it.</returns>
    internal async Task<TransferDecision> DecideAsync(Func<Task<TransferDesk>> open, Func<TransferDesk, TransferDecision> decide, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            var desk = await open();
            var decision = decide(desk);
            if (desk.Change is not { } change || (await CommitAsync(change, ct)).IsDone(out _, out var refusal))
            {
                return decision;
            }

            if (refusal is not ChangedMeanwhile || tries == BulkLimits.MostTries)
            {
                return TransferDecision.Refused(refusal);
            }
        }
    }
}
