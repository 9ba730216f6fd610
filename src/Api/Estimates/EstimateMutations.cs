using Exams.Domain.Bulk;
using Exams.Domain.Estimates;

namespace Exams.Api.Estimates;

/// <summary>An estimate as it shall stand.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Syllabus">The syllabus; it need not be offered yet.</param>
/// <param name="Count">How many candidates you expect: 0 to 99,999.</param>
public sealed record EstimatedEntryInput(CentreNumber Centre, Series Series, SyllabusCode Syllabus, int Count);

/// <summary>Estimates to set.</summary>
/// <param name="Estimates">The estimates, at most 10,000, of any of your centres. Of two rows for the same, the later one stands.</param>
/// <param name="ErrorPolicy">What becomes of the good rows when others are refused.</param>
/// <param name="DryRun">Whether you only want to know what would become of them: nothing is written.</param>
public sealed record SetEstimatedEntriesInput(
    IReadOnlyList<EstimatedEntryInput> Estimates, ErrorPolicy ErrorPolicy = ErrorPolicy.RejectAll, bool DryRun = false);

/// <summary>What became of one row.</summary>
/// <param name="Row">Its place in the request, from 0.</param>
/// <param name="Action">What became of it, or would become of it.</param>
/// <param name="EstimatedEntry">The estimate as it is now; null when the row was refused, and when it was not written.</param>
/// <param name="Errors">Everything that speaks against it; empty when nothing does.</param>
public sealed record EstimatedEntryResult(int Row, EstimateAction Action, EstimatedEntry? EstimatedEntry, IReadOnlyList<UserError> Errors);

/// <summary>What became of many rows.</summary>
/// <param name="Results">One for each row, in the order of the request; empty when the whole was refused.</param>
/// <param name="Written">Whether it was written: not in a dry run, and not when all rows were rejected for some.</param>
/// <param name="Set">How many estimates were set, or would be.</param>
/// <param name="Unchanged">How many were so already.</param>
/// <param name="Refused">How many rows were refused.</param>
/// <param name="Errors">Why the whole was refused; empty when it was not. What is wrong with a row stands at the row.</param>
public sealed record EstimatedEntriesPayload(
    IReadOnlyList<EstimatedEntryResult> Results, bool Written, int Set, int Unchanged, int Refused, IReadOnlyList<UserError> Errors);

/// <summary>Setting estimates.</summary>
[MutationType]
public static class EstimateMutations
{
    /// <summary>Sets how many candidates you expect for syllabuses, up to 10,000 rows in one transaction, by the deadline for estimated entries if the board has
    /// published one. What is not in the request stays as it is. Codes of the whole: NO_ROWS, TOO_MANY_ROWS, CHANGED_MEANWHILE. Codes of a row:
    /// CENTRE_NOT_FOUND, SERIES_NOT_FOUND, SYLLABUS_UNKNOWN, CENTRE_NOT_APPROVED, ESTIMATE_OUT_OF_RANGE, ESTIMATES_CLOSED.</summary>
    [Authorize(Policy = Permission.EntriesWrite)]
    public static async Task<EstimatedEntriesPayload> SetEstimatedEntriesAsync(
        SetEstimatedEntriesInput input, SetEstimatedEntries verb, CurrentCaller current, CancellationToken ct)
    {
        var request = new BulkRequest<EstimateWish>(
            [.. input.Estimates.Select(one => new EstimateWish(one.Centre, one.Series, one.Syllabus, one.Count))], input.ErrorPolicy, input.DryRun);
        if (!(await verb.RunAsync(request, current.Caller, ct)).IsDone(out var done, out var refusal))
        {
            return new EstimatedEntriesPayload([], false, 0, 0, 0, [new UserError(refusal, input)]);
        }

        var counts = done.Rows.CountBy(row => row.Action).ToDictionary();
        return new EstimatedEntriesPayload(
            [.. done.Rows.Select((row, place) => Result(row, input.Estimates[place], place, done.IsWritten))],
            done.IsWritten,
            counts.GetValueOrDefault(EstimateAction.Set),
            counts.GetValueOrDefault(EstimateAction.Unchanged),
            counts.GetValueOrDefault(EstimateAction.Refused),
            []);
    }

    private static EstimatedEntryResult Result(EstimateRow row, EstimatedEntryInput asked, int place, bool isWritten) => new(
        place,
        row.Action,
        isWritten || row.Action == EstimateAction.Unchanged ? row.Estimate : null,
        [.. row.Refusals.Select(one => new UserError(one, asked, "estimates", place))]);
}
