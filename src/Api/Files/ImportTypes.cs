using Exams.Domain.Bulk;
using Exams.Domain.Files;

namespace Exams.Api.Files;

/// <summary>A file to import.</summary>
/// <param name="File">The id that <c>POST /files</c> gave it.</param>
/// <param name="Centre">The centre of every row, for a file that has no column for it.</param>
/// <param name="Series">The series of every row, for a file that has no column for it.</param>
/// <param name="ErrorPolicy">What becomes of the good rows when others are refused.</param>
/// <param name="DryRun">Whether you only want to know what would become of them: nothing is written.</param>
public sealed record ImportInput(
    string File, CentreNumber? Centre, Series? Series, ErrorPolicy ErrorPolicy = ErrorPolicy.RejectAll, bool DryRun = false)
{
    /// <summary>In the domain's words.</summary>
    internal ImportRequest Request => new(File, new SheetDefaults(Centre, Series), ErrorPolicy, DryRun);
}

/// <summary>A row of a file that was refused.</summary>
/// <param name="Line">The line in which it begins, counted from 1; the header is line 1.</param>
/// <param name="Errors">Everything that speaks against it.</param>
[ObjectType]
public sealed record RefusedRow(int Line, IReadOnlyList<CellError> Errors)
{
    /// <summary>Gathers what is wrong by its line.</summary>
    internal static IReadOnlyList<RefusedRow> Of(IReadOnlyList<SheetFault> faults, ImportInput input) =>
        [.. faults.GroupBy(fault => fault.Line, (line, of) => new RefusedRow(line, [.. of.Select(one => CellError.Of(one, input))]))];
}

/// <summary>Something that is wrong with a row of a file.</summary>
/// <param name="Column">The heading of the column, as the file has it; null for the row as a whole.</param>
/// <param name="Position">The column's place, counted from 1; null for the row as a whole.</param>
/// <param name="Error">What is wrong.</param>
[ObjectType]
public sealed record CellError(string? Column, int? Position, UserError Error)
{
    internal static CellError Of(SheetFault fault, ImportInput input) =>
        new(fault.Column?.Name, fault.Column?.Position, new UserError(fault.Refusal with { Path = ["file"] }, input));
}

/// <summary>Something in a file that you should know and that refuses nothing.</summary>
/// <param name="Line">The line in which its row begins, counted from 1; the header is line 1.</param>
/// <param name="Column">The heading of the column, as the file has it; null for the row as a whole.</param>
/// <param name="Position">The column's place, counted from 1; null for the row as a whole.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Message">The same in words.</param>
[ObjectType]
public sealed record FileWarning(int Line, string? Column, int? Position, FileWarningKind Kind, string Message)
{
    internal static FileWarning Of(SheetRemark remark) => new(remark.Line, remark.Column?.Name, remark.Column?.Position, remark.Kind, remark.Message);
}
