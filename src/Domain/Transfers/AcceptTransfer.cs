using Exams.Domain.Vocabulary;

namespace Exams.Domain.Transfers;

/// <summary>The receiving centre accepts a transfer (Entries – Form 4) and says which candidate number the candidate is to have there.</summary>
/// <remarks>Rule 12. Until the board has confirmed it, it may be accepted again with another number.</remarks>
public sealed class AcceptTransfer(ITransferStore store, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="reference">Which transfer.</param>
    /// <param name="number">The candidate number at the receiving centre; null for the next free one.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The transfer, or everything that speaks against it.</returns>
    public Task<TransferDecision> RunAsync(TransferReference reference, CandidateNumber? number, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        return store.DecideAsync(async () => new TransferDesk(await store.FindAsync(reference, ct), caller, at), desk => desk.Accept(number), ct);
    }
}
