using System.Text;

namespace Exams.Infrastructure.Loading;

/// <summary>Splits separated text into rows (RFC 4180), and knows in which line each began. Spaces around a cell do not count
/// unless they are quoted.</summary>
/// <remarks>A row that cannot be taken apart is its first line alone: what comes after an open quote is read again as rows of its own, so that
/// one bad quote hides no good row.</remarks>
internal sealed class CsvText(TextReader source, char separator = ',')
{
    // The longest name has 100 code points; nothing that is longer than this can be right.
    private const int LongestCell = 4_096;
    private const int LongestRow = 65_536;

    private static readonly string _tooLong = $"The row is longer than {LongestRow} characters.";

    private readonly RereadText _text = new(source);
    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private int _line = 1;
    private int _length;
    private bool _goesOn;
    private bool _isOver;

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
            if (_text.Peek() < 0)
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
        (_length, _goesOn, _isOver) = (0, false, false);
        Line = _line;
        do
            ReadCell();
        while (!_isOver && GoesOn());
        if (_goesOn && Fault is not null)
        {
            _text.GoBack();
            _line = Line + 1;
        }

        _text.Forget();
    }

    // After a cell: a separator, or the end of the row.
    private bool GoesOn()
    {
        var one = _text.Read();
        if (one == separator)
            return true;
        if (one == '\r' && _text.Peek() == '\n')
            _text.Read();
        if (one is '\r' or '\n')
            _line++;
        return false;
    }

    // Stops before the separator or line break that ends the cell.
    private void ReadCell()
    {
        _cell.Clear();
        SkipSpaces();
        if (_text.Peek() == '"')
        {
            _text.Read();
            ReadQuoted();
            Keep(_cell.ToString());
            if (_isOver)
                return;
            SkipSpaces();
            if (!Ends(_text.Peek()))
            {
                Fault ??= "There is text after a closing quote.";
                ReadPlain();
            }

            return;
        }

        ReadPlain();
        Keep(_cell.ToString().TrimEnd(' ', '\t'));
    }

    private void ReadPlain()
    {
        while (!Ends(_text.Peek()))
            Take((char)_text.Read());
    }

    private void ReadQuoted()
    {
        while (true)
        {
            var one = _text.Read();
            if (one < 0)
            {
                Fault ??= "A quote is opened here and never closed.";
                _isOver = true;
                return;
            }

            if (one == '"')
            {
                if (_text.Peek() != '"')
                    return;
                _text.Read();
            }

            Take((char)one);
            if (one == '\n' || (one == '\r' && _text.Peek() != '\n'))
                Break();
            if (_goesOn && Fault is not null)
                _isOver = true;
            if (_isOver)
                return;
        }
    }

    // A line break inside quotes. Where the row is wrong already, it ends with the line.
    private void Break()
    {
        _line++;
        if (Fault is not null)
        {
            _isOver = true;
        }
        else if (!_goesOn)
        {
            _goesOn = true;
            _text.Keep();
        }
    }

    private void Take(char one)
    {
        _length++;
        if (_cell.Length < LongestCell && _length < LongestRow)
            _cell.Append(one);
        else
            Fault ??= _length < LongestRow ? $"A field of this row is longer than {LongestCell} characters; a quote may be missing." : _tooLong;
    }

    private void Keep(string cell)
    {
        _length++;
        if (_length < LongestRow)
            _cells.Add(cell);
        else
            Fault ??= _tooLong;
    }

    private bool Ends(int one) => one < 0 || one == separator || one is '\r' or '\n';

    private void SkipSpaces()
    {
        while (_text.Peek() is var one && one is ' ' or '\t' && one != separator)
            _text.Read();
    }
}
