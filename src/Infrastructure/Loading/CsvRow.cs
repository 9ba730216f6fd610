using System.Globalization;
using System.Text;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Loading;

/// <summary>One row. Each cell that cannot be read is a fault at its place; the row is good when there was none.</summary>
internal sealed class CsvRow(CsvTable table, int line, string[] cells, LoadFaults faults)
{
    private static readonly string[] _instants = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz"];

    public int Line { get; } = line;

    public bool IsGood { get; private set; } = true;

    public string Text(string column) => cells[table.IndexOf(column)];

    /// <summary>Whether the file has a column at all.</summary>
    public bool Has(string column) => table.Has(column);

    public void Fault(string column, string reason)
    {
        IsGood = false;
        faults.Add(table.Name, Line, column, reason);
    }

    public void Remark(string column, string reason) => faults.Remark(table.Name, Line, column, reason);

    /// <summary>A word that must be there.</summary>
    public T Word<T>(string column)
        where T : struct, IVocabulary<T> => Word<T>(column, Text(column));

    /// <summary>A word that may be missing.</summary>
    public T? OptionalWord<T>(string column)
        where T : struct, IVocabulary<T> => Text(column).Length == 0 ? null : Word<T>(column);

    /// <summary>Words joined by semicolons, perhaps none.</summary>
    public IReadOnlyList<T> Words<T>(string column)
        where T : struct, IVocabulary<T> =>
        [.. Text(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => Word<T>(column, one))];

    /// <summary>One of a few; an empty cell means the first where that is allowed.</summary>
    public T Choice<T>(string column, bool mayBeEmpty, params IReadOnlyList<(string Text, T Value)> choices)
    {
        var text = Text(column);
        foreach (var (name, value) in choices)
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        if (!mayBeEmpty || text.Length > 0)
            Fault(column, $"\"{Shown.Text(text)}\" is none of {string.Join(", ", choices.Select(choice => choice.Text))}.");
        return choices[0].Value;
    }

    public bool Flag(string column) => Choice(
        column, mayBeEmpty: true, ("false", false), ("true", true), ("no", false), ("yes", true), ("0", false), ("1", true), ("P", true));

    public DateOnly? OptionalDate(string column) => Text(column).Length == 0 ? null : Date(column);

    public DateOnly Date(string column)
    {
        var text = Text(column);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            Fault(column, $"\"{Shown.Text(text)}\" is no date; write 2009-12-31.");
        return date;
    }

    public int Number(string column, int least, int most)
    {
        var text = Text(column);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            Fault(column, $"\"{Shown.Text(text)}\" is no whole number from {least} to {most}.");
        return number;
    }

    /// <summary>An amount of money in hundredths: 95, 95.5 or 95.50, never negative.</summary>
    public long Hundredths(string column, long most)
    {
        var text = Text(column);
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount > most / 100m || decimal.Truncate(amount * 100) != amount * 100)
        {
            Fault(column, $"\"{Shown.Text(text)}\" is no amount; write 95 or 95.50, at most {most / 100}.");
            return 0;
        }

        return (long)(amount * 100);
    }

    public DateTimeOffset Instant(string column)
    {
        var text = Text(column);
        var spelled = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        if (!DateTimeOffset.TryParseExact(spelled, _instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            Fault(column, $"\"{Shown.Text(text)}\" is no instant; write 2026-08-11T05:00:00Z or 2026-08-11T06:00:00+01:00.");
        return instant.ToUniversalTime();
    }

    /// <summary>A candidate number; digits that a spreadsheet ate are put back, and said so (example E2).</summary>
    public CandidateNumber CandidateNumber(string column)
    {
        var text = Text(column);
        if (text.Length is > 0 and < 4 && text.All(char.IsAsciiDigit) && text.Any(one => one != '0'))
        {
            Remark(column, $"\"{text}\" was read as {text.PadLeft(4, '0')}.");
            text = text.PadLeft(4, '0');
        }

        return Word<CandidateNumber>(column, text);
    }

    private T Word<T>(string column, string text)
        where T : struct, IVocabulary<T>
    {
        if (T.TryParse(text, out var word))
            return word;
        Fault(column, text.Length == 0 ? $"The {Name(typeof(T))} is missing." : $"\"{Shown.Text(text)}\" is no {Name(typeof(T))}.");
        return default;
    }

    // "CentreNumber" is read by people as "centre number".
    private static string Name(Type word)
    {
        var name = new StringBuilder();
        foreach (var one in word.Name)
        {
            if (char.IsUpper(one) && name.Length > 0)
                name.Append(' ');
            name.Append(char.ToLowerInvariant(one));
        }

        return name.ToString();
    }
}
