using Exams.Domain.Vocabulary;

namespace Exams.Domain.Files;

/// <summary>A column of a file.</summary>
/// <param name="Name">Its heading, as the file has it; shortened, and without anything that cannot be shown.</param>
/// <param name="Position">Its place, counted from 1.</param>
public sealed record SheetColumn(string Name, int Position);

/// <summary>Something in a file that is refused.</summary>
/// <param name="Line">The line in which its row begins, counted from 1, the header included.</param>
/// <param name="Column">The column; null for the row as a whole, and where the file has no such column.</param>
/// <param name="Refusal">What is wrong.</param>
public sealed record SheetFault(int Line, SheetColumn? Column, Refusal Refusal);

/// <summary>Something in a file that its sender should know and that refuses nothing.</summary>
/// <param name="Line">The line in which its row begins, counted from 1, the header included.</param>
/// <param name="Column">The column; null for the row as a whole.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Message">The same in words.</param>
public sealed record SheetRemark(int Line, SheetColumn? Column, FileWarningKind Kind, string Message);

/// <summary>What a remark on a file is about.</summary>
public enum FileWarningKind
{
    /// <summary>What a spreadsheet does to codes was undone: leading zeros were put back, or a month was read as a series.</summary>
    ReadAs,

    /// <summary>The file has a column that is not known here; it was passed over.</summary>
    UnknownColumn,

    /// <summary>The row ends before the header does; what it does not have stays as it is.</summary>
    ShortRow,

    /// <summary>The candidate's exams come too close together with this entry; ask for a deviation from the timetable.</summary>
    ExamsTooClose,

    /// <summary>The board cannot print the candidate's name as it is: give a variation of it.</summary>
    NameVariationNeeded,
}

/// <summary>A row that could be read.</summary>
/// <typeparam name="TRow">What it asks for.</typeparam>
/// <param name="Line">The line in which it begins, counted from 1, the header included.</param>
/// <param name="Row">What it asks for.</param>
public sealed record SheetRow<TRow>(int Line, TRow Row);

/// <summary>A file that was read.</summary>
/// <typeparam name="TRow">What a row asks for.</typeparam>
/// <param name="Rows">The rows in which nothing is wrong as far as reading goes.</param>
/// <param name="Faults">What is wrong with the header and with the other rows.</param>
/// <param name="Remarks">What the sender should know.</param>
/// <param name="Columns">The columns by the names of the fields that they hold.</param>
public sealed record Sheet<TRow>(
    IReadOnlyList<SheetRow<TRow>> Rows,
    IReadOnlyList<SheetFault> Faults,
    IReadOnlyList<SheetRemark> Remarks,
    IReadOnlyDictionary<string, SheetColumn> Columns)
{
    /// <summary>The fault that a refusal is, at the column that holds what it is about.</summary>
    /// <param name="line">The line.</param>
    /// <param name="refusal">The refusal.</param>
    /// <returns>The fault.</returns>
    internal SheetFault Fault(int line, Refusal refusal) =>
        new(line, refusal.Path is [var field, ..] ? Columns.GetValueOrDefault(field) : null, refusal);
}

/// <summary>Where the rows of a file are that has no columns for these.</summary>
/// <param name="Centre">The centre of every row; null when the file says it.</param>
/// <param name="Series">The series of every row; null when the file says it.</param>
public sealed record SheetDefaults(CentreNumber? Centre = null, Series? Series = null);
