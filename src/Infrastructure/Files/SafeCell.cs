namespace Exams.Infrastructure.Files;

/// <summary>Cells that a spreadsheet neither runs nor changes, and how they are read back.</summary>
/// <remarks>Traps T1 and T35. A spreadsheet takes what begins with one of these signs for a formula, drops the zeros before a number and
/// makes dates of what looks like one. Both forms can be told from text that was there before, so that a file that was exported and is
/// imported again says the same.</remarks>
internal static class SafeCell
{
    /// <summary>The text behind an apostrophe where it begins with what a spreadsheet would run.</summary>
    public static string Harmless(string text) => IsRun(text) ? "'" + text : text;

    /// <summary>The text as a formula that gives this text and nothing else: <c>="0580"</c>.</summary>
    public static string Exact(string text) => text.Length == 0 ? text : $"=\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>What a cell says, whichever way it was written.</summary>
    public static string Read(string cell)
    {
        if (cell.Length >= 3 && cell.StartsWith("=\"", StringComparison.Ordinal) && cell[^1] == '"'
            && cell[2..^1].Replace("\"\"", "", StringComparison.Ordinal) is var rest && !rest.Contains('"', StringComparison.Ordinal))
            return cell[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
        return cell.StartsWith('\'') && IsRun(cell) ? cell[1..] : cell;
    }

    // Apostrophes before such a sign are counted in, or one that was there before could not be told from ours. East Asian spreadsheets
    // run the wide signs, too.
    private static bool IsRun(string text) =>
        text.AsSpan().TrimStart('\'') is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
