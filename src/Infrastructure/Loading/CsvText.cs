using System.Text;

namespace Exams.Infrastructure.Loading;

/// <summary>Splits comma-separated text into rows (RFC 4180), and knows in which line each began. Spaces around a cell do not count
/// unless they are quoted.</summary>
internal sealed class CsvText(TextReader text)
{
    // The longest name has 100 code points; nothing that is longer than this can be right.
    private const int LongestCell = 4_096;

    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private int _line = 1;

    /// <summary>The line in which the row that was read last began.</summary>
    public int Line { get; private set; }

    /// <summary>The cells of the row that was read last.</summary>
    public IReadOnlyList<string> Cells => _cells;

    /// <summary>What is wrong with the row that was read last; null when nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>Reads the next row that is not blank.</summary>
    public bool Read()
    {
        do
        {
            if (text.Peek() < 0)
                return false;
            ReadRow();
        }
        while (_cells is [""] && Fault is null);

        return true;
    }

    private void ReadRow()
    {
        _cells.Clear();
        Fault = null;
        Line = _line;
        while (true)
        {
            ReadCell();
            switch (text.Read())
            {
                case ',':
                    continue;
                case '\r' when text.Peek() == '\n':
                    text.Read();
                    _line++;
                    return;
                case '\r' or '\n':
                    _line++;
                    return;
                default:
                    return;
            }
        }
    }

    // Stops before the comma or line break that ends the cell.
    private void ReadCell()
    {
        _cell.Clear();
        SkipSpaces();
        if (text.Peek() == '"')
        {
            text.Read();
            ReadQuoted();
            _cells.Add(_cell.ToString());
            SkipSpaces();
            if (text.Peek() is >= 0 and not (',' or '\r' or '\n'))
            {
                Fault ??= "There is text after a closing quote.";
                ReadPlain();
            }

            return;
        }

        ReadPlain();
        _cells.Add(_cell.ToString().TrimEnd(' ', '\t'));
    }

    private void ReadPlain()
    {
        while (text.Peek() is >= 0 and not (',' or '\r' or '\n'))
            Take((char)text.Read());
    }

    private void ReadQuoted()
    {
        while (true)
        {
            var one = text.Read();
            if (one < 0)
            {
                Fault ??= "A quote is opened here and never closed.";
                return;
            }

            if (one == '"')
            {
                if (text.Peek() != '"')
                    return;
                text.Read();
            }

            if (one == '\n' || (one == '\r' && text.Peek() != '\n'))
                _line++;
            Take((char)one);
        }
    }

    private void Take(char one)
    {
        if (_cell.Length < LongestCell)
            _cell.Append(one);
        else
            Fault ??= $"A field of this row is longer than {LongestCell} characters; a quote may be missing.";
    }

    private void SkipSpaces()
    {
        while (text.Peek() is ' ' or '\t')
            text.Read();
    }
}
