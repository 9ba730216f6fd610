using Exams.Domain.Bulk;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>A centre enters a candidate for a syllabus for which the candidate is not entered yet.</summary>
public sealed class EnterCandidate(IEntryStore store, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="wish">The entry.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The entry, or the refusal.</returns>
    public async Task<Outcome<Entry>> RunAsync(EntryWish wish, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var request = new BulkRequest<EntryWish>([wish]);
        var outcome = await request.RunAsync(
            async () => new EntryDesk(await store.FindAsync(request.Rows, ct), caller, at), (desk, one) => desk.Enter(one), desk => store.WriteAsync(desk, ct));
        return EntryRow.Only(outcome);
    }
}
