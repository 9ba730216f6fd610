using Exams.Domain.Bulk;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Files;

/// <summary>What an import asks for.</summary>
/// <param name="File">The name of the uploaded file.</param>
/// <param name="Defaults">What the file does not say itself.</param>
/// <param name="Policy">What becomes of the good rows when others are refused.</param>
/// <param name="DryRun">Whether it is only to be said what would become of them.</param>
public sealed record ImportRequest(string File, SheetDefaults Defaults, ErrorPolicy Policy = ErrorPolicy.RejectAll, bool DryRun = false);

/// <summary>What became of a file.</summary>
/// <typeparam name="TDone">What became of a row.</typeparam>
/// <param name="Done">The rows that could be read, with their lines.</param>
/// <param name="Faults">Everything that is refused, in the order of lines.</param>
/// <param name="Remarks">What the sender should know, in the order of lines.</param>
/// <param name="IsWritten">Whether it was written: not in a dry run, and not when all rows were rejected for some.</param>
public sealed record Imported<TDone>(
    IReadOnlyList<SheetRow<TDone>> Done, IReadOnlyList<SheetFault> Faults, IReadOnlyList<SheetRemark> Remarks, bool IsWritten)
    where TDone : IBulkRow
{
    /// <summary>Has the rows of a file decided by the desk that decides all rows, under the same policy: a row that cannot be read counts as
    /// refused.</summary>
    /// <typeparam name="TRow">What a row asks for.</typeparam>
    /// <param name="sheet">The file.</param>
    /// <param name="import">What was asked for.</param>
    /// <param name="run">Decides rows, and writes them.</param>
    /// <param name="remarks">What is to be said about a row that is good.</param>
    /// <returns>What became of it; or a refusal of the whole.</returns>
    internal static async Task<Outcome<Imported<TDone>>> RunAsync<TRow>(
        Sheet<TRow> sheet,
        ImportRequest import,
        Func<BulkRequest<TRow>, Task<Outcome<BulkOutcome<TDone>>>> run,
        Func<SheetRow<TDone>, IEnumerable<SheetRemark>> remarks)
    {
        if (sheet.Rows.Count == 0)
        {
            return sheet.Faults.Count == 0 ? new NoRows() : new Imported<TDone>([], sheet.Faults, sheet.Remarks, IsWritten: false);
        }

        var holdsBack = import.Policy == ErrorPolicy.RejectAll && sheet.Faults.Count > 0;
        var request = new BulkRequest<TRow>([.. sheet.Rows.Select(row => row.Row)], import.Policy, import.DryRun || holdsBack);
        if (!(await run(request)).IsDone(out var outcome, out var refusal))
        {
            return refusal;
        }

        List<SheetRow<TDone>> done = [.. sheet.Rows.Zip(outcome.Rows, (row, result) => new SheetRow<TDone>(row.Line, result))];
        return new Imported<TDone>(
            done,
            [.. sheet.Faults.Concat(done.SelectMany(row => row.Row.Refusals.Select(one => sheet.Fault(row.Line, one)))).OrderBy(fault => fault.Line)],
            [.. sheet.Remarks.Concat(done.SelectMany(remarks)).OrderBy(remark => remark.Line)],
            outcome.IsWritten);
    }
}
