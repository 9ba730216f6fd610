using Exams.Domain.Vocabulary;

namespace Exams.Domain.Transfers;

/// <summary>One of the centres takes its form back before the board has confirmed it, which makes the other form void too; or the board calls it off.</summary>
/// <remarks>Rule 12. A centre that is named on a form and expects nobody says so in the same way.</remarks>
public sealed class CancelTransfer(ITransferStore store, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="reference">Which transfer.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The transfer, or everything that speaks against it.</returns>
    public Task<TransferDecision> RunAsync(TransferReference reference, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        return store.DecideAsync(async () => new TransferDesk(await store.FindAsync(reference, ct), caller, at), desk => desk.Cancel(), ct);
    }
}
