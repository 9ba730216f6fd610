using Exams.Domain.Bulk;
using Exams.Domain.Entries;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Files;

/// <summary>Makes, amends and withdraws the entries of a file, by the rules of <see cref="SubmitEntries"/> and <see cref="WithdrawEntries"/>.</summary>
/// <remarks>An entry is withdrawn only where the file says so; entries that are not in it stay as they are (trap T30).</remarks>
public sealed class ImportEntries(ISheets sheets, IEntryStore store, TimeProvider clock)
{
    /// <summary>Does it, all in one transaction.</summary>
    /// <param name="request">Which file, and how.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What became of it; or a refusal of the whole.</returns>
    public async Task<Outcome<Imported<EntryRow>>> RunAsync(ImportRequest request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!(await sheets.ReadEntriesAsync(request.File, request.Defaults, caller, ct)).IsDone(out var sheet, out var refusal))
        {
            return refusal;
        }

        HashSet<(long, string)> told = [];
        return await Imported<EntryRow>.RunAsync(sheet, request, rows => DecideAsync(rows, caller, ct), row => Clashes(row, sheet, told));
    }

    private Task<Outcome<BulkOutcome<EntryRow>>> DecideAsync(BulkRequest<EntryStep> request, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        return request.RunAsync(
            async () => new EntryDesk(await store.FindAsync(request.Rows, ct), caller, at), (desk, step) => desk.Follow(step), desk => store.WriteAsync(desk, ct));
    }

    // All rows of a candidate see the same exams; what comes too close is said once.
    private static IEnumerable<SheetRemark> Clashes(SheetRow<EntryRow> row, Sheet<EntryStep> sheet, HashSet<(long, string)> told) =>
        from clash in row.Row.Clashes
        where row.Row.Entry is { } entry && told.Add((entry.CandidateId, clash.Message))
        select new SheetRemark(row.Line, sheet.Columns.GetValueOrDefault("syllabus"), FileWarningKind.ExamsTooClose, clash.Message);
}
