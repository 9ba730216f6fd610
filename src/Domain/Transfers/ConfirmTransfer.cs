using Exams.Domain.Vocabulary;

namespace Exams.Domain.Transfers;

/// <summary>The board confirms a transfer that both centres want: the candidate has a new registration and new entries at the receiving centre.</summary>
/// <remarks>Rules 12 and 37.</remarks>
public sealed class ConfirmTransfer(ITransferStore store, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="reference">Which transfer.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The transfer, or everything that speaks against it.</returns>
    public Task<TransferDecision> RunAsync(TransferReference reference, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        return store.DecideAsync(async () => new TransferDesk(await store.FindAsync(reference, ct), caller, at), desk => desk.Confirm(), ct);
    }
}
