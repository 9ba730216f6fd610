namespace Exams.Infrastructure.Loading;

/// <summary>One thing that is wrong with a file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line, counted from 1, header included; 0 for the file as a whole.</param>
/// <param name="Column">The column; empty for the row as a whole.</param>
/// <param name="Reason">What is wrong, for whoever made the file.</param>
public sealed record LoadFault(string File, int Line, string Column, string Reason)
{
    /// <summary>One line of a report.</summary>
    /// <returns>File, line, column and reason.</returns>
    public override string ToString() => $"{File}:{Line}{(Column.Length == 0 ? "" : $" [{Column}]")}: {Reason}";
}
