using Exams.Domain.Bulk;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>Makes and amends entries, as many as a client has: what is so already is left alone, so the same rows can be sent every night.</summary>
/// <remarks>Rules 4 to 10 and 13 to 15. Entries that are not in the request stay as they are (trap T30).</remarks>
public sealed class SubmitEntries(IEntryStore store, TimeProvider clock)
{
    /// <summary>Does it, all in one transaction.</summary>
    /// <param name="request">The entries as they shall stand.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What became of each row; or a refusal of the whole.</returns>
    public Task<Outcome<BulkOutcome<EntryRow>>> RunAsync(BulkRequest<EntryWish> request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var at = clock.GetUtcNow();
        return request.RunAsync(
            async () => new EntryDesk(await store.FindAsync(request.Rows, ct), caller, at), (desk, wish) => desk.Submit(wish), desk => store.WriteAsync(desk, ct));
    }
}
