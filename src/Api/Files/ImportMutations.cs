using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Files;

namespace Exams.Api.Files;

/// <summary>What became of a file of candidates.</summary>
/// <param name="Written">Whether it was written: not in a dry run, and not when all rows were rejected for some.</param>
/// <param name="Registered">How many candidates were registered, or would be.</param>
/// <param name="Changed">How many were changed.</param>
/// <param name="Unchanged">How many were so already.</param>
/// <param name="Refused">How many rows were refused.</param>
/// <param name="RefusedRows">The rows that were refused, each once, in the order of lines. What is wrong with the header stands at line 1.</param>
/// <param name="Warnings">What you should know, in the order of lines: for instance that zeros were put back which a spreadsheet had dropped.</param>
/// <param name="Errors">Why the whole was refused; empty when it was not.</param>
public sealed record ImportCandidatesPayload(
    bool Written, int Registered, int Changed, int Unchanged, int Refused,
    IReadOnlyList<RefusedRow> RefusedRows, IReadOnlyList<FileWarning> Warnings, IReadOnlyList<UserError> Errors);

/// <summary>What became of a file of entries.</summary>
/// <param name="Written">Whether it was written: not in a dry run, and not when all rows were rejected for some.</param>
/// <param name="Made">How many entries were made, or would be.</param>
/// <param name="Amended">How many were amended.</param>
/// <param name="Withdrawn">How many were withdrawn.</param>
/// <param name="Unchanged">How many were so already.</param>
/// <param name="Refused">How many rows were refused.</param>
/// <param name="RefusedRows">The rows that were refused, each once, in the order of lines. What is wrong with the header stands at line 1.</param>
/// <param name="Warnings">What you should know, in the order of lines: for instance that zeros were put back which a spreadsheet had dropped.</param>
/// <param name="Errors">Why the whole was refused; empty when it was not.</param>
public sealed record ImportEntriesPayload(
    bool Written, int Made, int Amended, int Withdrawn, int Unchanged, int Refused,
    IReadOnlyList<RefusedRow> RefusedRows, IReadOnlyList<FileWarning> Warnings, IReadOnlyList<UserError> Errors);

/// <summary>Importing files.</summary>
[MutationType]
public static class ImportMutations
{
    /// <summary>Registers and changes the candidates of an uploaded CSV file, up to 10,000 rows in one transaction, by the rules of
    /// <c>upsertCandidates</c>. Columns in any order: Centre number, Series, Candidate number, Candidate name, Date of birth, Gender, UCI, Email, Status
    /// (P for a private candidate), External reference. Whoever is not in the file stays as they are, and so does what it has no column for. Codes of
    /// the whole: FILE_NOT_FOUND, FILE_NOT_TEXT, NO_ROWS, TOO_MANY_ROWS, CHANGED_MEANWHILE. Codes of the header: COLUMN_MISSING, COLUMN_TWICE,
    /// TOO_MANY_COLUMNS, ROW_MALFORMED. Codes of a row: those of <c>upsertCandidates</c>, and ROW_MALFORMED, ROW_TOO_LONG, ROW_TWICE, CELL_MISSING,
    /// CELL_MALFORMED, CELL_NOT_TEXT.</summary>
    [Authorize(Policy = Permission.CandidatesWrite)]
    public static async Task<ImportCandidatesPayload> ImportCandidatesAsync(
        ImportInput input, ImportCandidates verb, CurrentCaller current, CancellationToken ct)
    {
        if (!(await verb.RunAsync(input.Request, current.Caller, ct)).IsDone(out var done, out var refusal))
        {
            return new ImportCandidatesPayload(false, 0, 0, 0, 0, [], [], [new UserError(refusal, input)]);
        }

        var (counts, refused) = (done.Done.CountBy(row => row.Row.Action).ToDictionary(), RefusedRow.Of(done.Faults, input));
        return new ImportCandidatesPayload(
            done.IsWritten,
            counts.GetValueOrDefault(CandidateAction.Registered),
            counts.GetValueOrDefault(CandidateAction.Changed),
            counts.GetValueOrDefault(CandidateAction.Unchanged),
            refused.Count,
            refused,
            [.. done.Remarks.Select(FileWarning.Of)],
            []);
    }

    /// <summary>Makes, amends and withdraws the entries of an uploaded CSV file, up to 10,000 rows in one transaction, by the rules of
    /// <c>submitEntries</c> and <c>withdrawEntries</c>. Columns in any order: Centre number, Series, Candidate number (or Candidate external reference),
    /// Candidate name (for people), Syllabus, Option code, Status (nothing or A: entered; P: entered, and the candidate must be private; W:
    /// withdrawn), Retake centre number, Retake candidate number, Carried from, External reference. Entries that are not in the file stay as they
    /// are: one is withdrawn only where its row says so. Codes of the whole: FILE_NOT_FOUND, FILE_NOT_TEXT, NO_ROWS, TOO_MANY_ROWS,
    /// CHANGED_MEANWHILE. Codes of the header: COLUMN_MISSING, COLUMN_TWICE, TOO_MANY_COLUMNS, ROW_MALFORMED. Codes of a row: those of
    /// <c>submitEntries</c> and <c>withdrawEntries</c>, and ROW_MALFORMED, ROW_TOO_LONG, ROW_TWICE, CELL_MISSING, CELL_MALFORMED, CELL_NOT_TEXT,
    /// CANDIDATE_NOT_PRIVATE.</summary>
    [Authorize(Policy = Permission.EntriesWrite)]
    public static async Task<ImportEntriesPayload> ImportEntriesAsync(
        ImportInput input, ImportEntries verb, CurrentCaller current, CancellationToken ct)
    {
        if (!(await verb.RunAsync(input.Request, current.Caller, ct)).IsDone(out var done, out var refusal))
        {
            return new ImportEntriesPayload(false, 0, 0, 0, 0, 0, [], [], [new UserError(refusal, input)]);
        }

        var (counts, refused) = (done.Done.CountBy(row => row.Row.Action).ToDictionary(), RefusedRow.Of(done.Faults, input));
        return new ImportEntriesPayload(
            done.IsWritten,
            counts.GetValueOrDefault(EntryAction.Made),
            counts.GetValueOrDefault(EntryAction.Amended),
            counts.GetValueOrDefault(EntryAction.Withdrawn),
            counts.GetValueOrDefault(EntryAction.Unchanged),
            refused.Count,
            refused,
            [.. done.Remarks.Select(FileWarning.Of)],
            []);
    }
}
