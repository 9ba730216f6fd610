using Exams.Domain.Bulk;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>A centre withdraws a candidate's entry. The row stays; the number is not used again.</summary>
public sealed class WithdrawEntry(WithdrawEntries many)
{
    /// <summary>Does it.</summary>
    /// <param name="entry">Which entry.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The entry, or the refusal.</returns>
    public async Task<Outcome<Entry>> RunAsync(EntryReference entry, Caller caller, CancellationToken ct) =>
        EntryRow.Only(await many.RunAsync(new BulkRequest<EntryReference>([entry]), caller, ct));
}
