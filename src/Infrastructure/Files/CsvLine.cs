using System.Buffers;

namespace Exams.Infrastructure.Files;

/// <summary>Writes lines of a CSV file that a spreadsheet can open (RFC 4180, with line ends of two characters).</summary>
/// <param name="text">Where to.</param>
/// <param name="isExact">Whether codes are written so that a spreadsheet keeps them as they are.</param>
internal sealed class CsvLine(TextWriter text, bool isExact)
{
    private static readonly SearchValues<char> _special = SearchValues.Create(",;\t\"\r\n");

    private bool _isBegun;

    /// <summary>Adds a cell that holds a code, a date or a word of ours.</summary>
    public CsvLine Code(object? code) => Cell(isExact ? SafeCell.Exact(code?.ToString() ?? "") : SafeCell.Harmless(code?.ToString() ?? ""));

    /// <summary>Adds a cell that holds what somebody wrote.</summary>
    public CsvLine Text(object? written) =>
        written?.ToString() is { Length: > 0 } some && isExact && some.Any(char.IsDigit) ? Cell(SafeCell.Exact(some)) : Cell(SafeCell.Harmless(written?.ToString() ?? ""));

    /// <summary>Adds cells as they are.</summary>
    public CsvLine Plain(params IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            Cell(cell);
        return this;
    }

    /// <summary>Ends the line.</summary>
    public void End()
    {
        text.Write("\r\n");
        _isBegun = false;
    }

    private CsvLine Cell(string cell)
    {
        if (_isBegun)
            text.Write(',');
        _isBegun = true;
        var needsQuotes = cell.AsSpan().ContainsAny(_special) || cell.StartsWith(' ') || cell.EndsWith(' ');
        text.Write(needsQuotes ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        return this;
    }
}
