using Exams.Domain.Bulk;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>Withdraws entries. The rows stay; what was withdrawn before is left alone.</summary>
/// <remarks>Rule 11. With the last active entry, access to results is suspended at once (rule 37).</remarks>
public sealed class WithdrawEntries(IEntryStore store, TimeProvider clock)
{
    /// <summary>Does it, all in one transaction.</summary>
    /// <param name="request">Which entries.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What became of each row; or a refusal of the whole.</returns>
    public Task<Outcome<BulkOutcome<EntryRow>>> RunAsync(BulkRequest<EntryReference> request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var at = clock.GetUtcNow();
        return request.RunAsync(
            async () => new EntryDesk(await store.FindAsync(request.Rows, ct), caller, at), (desk, entry) => desk.Withdraw(entry), desk => store.WriteAsync(desk, ct));
    }
}
