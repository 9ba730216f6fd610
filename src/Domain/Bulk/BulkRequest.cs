using Exams.Domain.Vocabulary;

namespace Exams.Domain.Bulk;

/// <summary>Many rows that are decided together and written in one transaction.</summary>
/// <typeparam name="TRow">What a row asks for.</typeparam>
/// <param name="Rows">The rows, at most <see cref="BulkLimits.MostRows"/>, of any centres of the caller.</param>
/// <param name="Policy">What becomes of the good ones when others are refused.</param>
/// <param name="DryRun">Whether it is only to be said what would become of them.</param>
public sealed record BulkRequest<TRow>(IReadOnlyList<TRow> Rows, ErrorPolicy Policy = ErrorPolicy.RejectAll, bool DryRun = false)
{
    /// <summary>Decides the rows and writes those that may be written; decides anew when something they depend on changed at the same moment.</summary>
    /// <typeparam name="TDesk">Where rows are decided.</typeparam>
    /// <typeparam name="TDone">What becomes of a row.</typeparam>
    /// <param name="open">Reads the facts.</param>
    /// <param name="decide">Decides a row.</param>
    /// <param name="commit">Writes what was decided; gives null, or why nothing was written.</param>
    /// <returns>What became of each row; or a refusal of the whole.</returns>
    internal async Task<Outcome<BulkOutcome<TDone>>> RunAsync<TDesk, TDone>(
        Func<Task<TDesk>> open, Func<TDesk, TRow, TDone> decide, Func<TDesk, Task<Refusal?>> commit)
        where TDone : IBulkRow
    {
        if (Rows.Count is 0 or > BulkLimits.MostRows)
        {
            return Rows.Count == 0 ? new NoRows() : new TooManyRows(BulkLimits.MostRows);
        }

        for (var tries = 1; ; tries++)
        {
            var desk = await open();
            List<TDone> done = [.. Rows.Select(row => decide(desk, row))];
            if (DryRun || (Policy == ErrorPolicy.RejectAll && done.Exists(row => row.Refusals.Count > 0)))
            {
                return new BulkOutcome<TDone>(done, IsWritten: false);
            }

            if (await commit(desk) is not { } refusal)
            {
                return new BulkOutcome<TDone>(done, IsWritten: true);
            }

            if (refusal is not ChangedMeanwhile || tries == BulkLimits.MostTries)
            {
                return refusal;
            }
        }
    }
}

/// <summary>What became of many rows.</summary>
/// <typeparam name="TDone">What became of one.</typeparam>
/// <param name="Rows">One for each row, in the order of the request.</param>
/// <param name="IsWritten">Whether what the rows say was written: not in a dry run, and not when all were rejected for some.</param>
public sealed record BulkOutcome<TDone>(IReadOnlyList<TDone> Rows, bool IsWritten);

/// <summary>What became of a row.</summary>
public interface IBulkRow
{
    /// <summary>Why it was refused; empty when it was not.</summary>
    IReadOnlyList<Refusal> Refusals { get; }
}
