using Exams.Domain.Vocabulary;

namespace Exams.Domain.Transfers;

/// <summary>The original centre asks that a candidate move to another centre with all entries (Entries – Form 3). They are locked from now on.</summary>
/// <remarks>Domain 2.5, rule 12, example E6.</remarks>
public sealed class AskForTransfer(ITransferStore store, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="wish">Who, and where to.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The transfer, or everything that speaks against it.</returns>
    public Task<TransferDecision> RunAsync(TransferWish wish, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        return store.DecideAsync(async () => new TransferDesk(await store.FindAsync(wish, ct), caller, at), desk => desk.Ask(wish), ct);
    }
}
