using Exams.Domain.Vocabulary;

namespace Exams.Domain.Transfers;

/// <summary>The board refuses a transfer; the candidate stays, with the entries as they were.</summary>
/// <remarks>Rule 12.</remarks>
public sealed class RefuseTransfer(ITransferStore store, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="reference">Which transfer.</param>
    /// <param name="reason">Why, in words for both centres; null to give none.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The transfer, or everything that speaks against it.</returns>
    public Task<TransferDecision> RunAsync(TransferReference reference, DisplayName? reason, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        return store.DecideAsync(async () => new TransferDesk(await store.FindAsync(reference, ct), caller, at), desk => desk.Refuse(reason), ct);
    }
}
