using System.Globalization;
using Exams.Domain.Files;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Loading;

namespace Exams.Infrastructure.Files;

/// <summary>One row of a file. Each cell that cannot be read is a fault at its place; the row is good when there was none.</summary>
internal sealed class SheetLine(SheetTable table, int line, IReadOnlyList<string> cells)
{
    private const char Unreadable = '\uFFFD';

    public int Line { get; } = line;

    public bool IsGood { get; private set; } = true;

    /// <summary>Whether the file has a cell for a field in this row, be it empty.</summary>
    public bool Says(SheetField field) => table.Columns.TryGetValue(field.Name, out var column) && column.Position <= cells.Count;

    /// <summary>The text of a cell; empty where there is none.</summary>
    public string Text(SheetField field) => Says(field) ? SafeCell.Read(cells[table.Columns[field.Name].Position - 1]) : "";

    public void Fault(SheetField? field, Refusal refusal)
    {
        IsGood = false;
        table.Faults.Add(new SheetFault(Line, Column(field), refusal));
    }

    /// <summary>Checks that the row is not longer than the header; one that is shorter says less.</summary>
    public bool HasItsLength()
    {
        if (cells.Count > table.Width)
            Fault(null, new RowTooLong(cells.Count, table.Width));
        else if (cells.Count < table.Width)
            table.Remarks.Add(new SheetRemark(Line, null, FileWarningKind.ShortRow, $"The row has {cells.Count} fields, the header {table.Width}."));
        return IsGood;
    }

    /// <summary>A word that must be there.</summary>
    public T Word<T>(SheetField field, string form)
        where T : struct, IVocabulary<T>
    {
        if (Text(field).Length == 0)
            Fault(field, new CellMissing(field.Heading));
        return OptionalWord<T>(field, form) ?? default;
    }

    /// <summary>A word that may be missing.</summary>
    public T? OptionalWord<T>(SheetField field, string form)
        where T : struct, IVocabulary<T> => Word<T>(field, Text(field), form);

    /// <summary>The centre of the row.</summary>
    public CentreNumber Centre() => table.Defaults.Centre is { } one && !Says(SheetFields.Centre)
        ? one
        : Word<CentreNumber>(SheetFields.Centre, "two letters and three digits (US123), or five digits");

    /// <summary>The series of the row; a month that a spreadsheet made of it is read as the series.</summary>
    public Series Series()
    {
        if (table.Defaults.Series is { } one && !Says(SheetFields.Series))
            return one;
        var text = Text(SheetFields.Series);
        if (DateTime.TryParseExact(text.Replace('_', ' '), ["MMM-yy", "MMMM yyyy", "MMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            text = Repaired(SheetFields.Series, text, month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        if (text.Length == 0)
            Fault(SheetFields.Series, new CellMissing(SheetFields.Series.Heading));
        return Word<Series>(SheetFields.Series, text, "year and month (2026-06)") ?? default;
    }

    /// <summary>Four digits; zeros that a spreadsheet dropped are put back, and said so.</summary>
    /// <remarks>Example E2, trap T1.</remarks>
    public T? FourDigits<T>(SheetField field, string form)
        where T : struct, IVocabulary<T>
    {
        var text = Text(field);
        if (text.Length is > 0 and < 4 && text[0] != '0' && text.All(char.IsAsciiDigit))
            text = Repaired(field, text, text.PadLeft(4, '0'));
        return Word<T>(field, text, form);
    }

    /// <summary>One of a few, whatever its case; null for an empty cell.</summary>
    public T? Choice<T>(SheetField field, params IReadOnlyList<(string Text, T Value)> choices)
        where T : struct
    {
        var text = Text(field);
        foreach (var (name, value) in choices)
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        if (text.Length > 0)
            Fault(field, Malformed(field, text, $"one of {string.Join(", ", choices.Select(choice => choice.Text))}, or nothing"));
        return null;
    }

    public DateOnly? Date(SheetField field)
    {
        var text = Text(field);
        if (text.Length == 0)
            return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            Fault(field, Malformed(field, text, "year, month and day (2009-12-31)"));
        return date;
    }

    private T? Word<T>(SheetField field, string text, string form)
        where T : struct, IVocabulary<T>
    {
        if (text.Length == 0)
            return null;
        if (!text.Contains(Unreadable, StringComparison.Ordinal) && T.TryParse(text, out var word))
            return word;
        Fault(field, Malformed(field, text, form));
        return null;
    }

    private string Repaired(SheetField field, string text, string read)
    {
        table.Remarks.Add(new SheetRemark(Line, Column(field), FileWarningKind.ReadAs, $"\"{Shown.Text(text)}\" was read as {read}."));
        return read;
    }

    private static Refusal Malformed(SheetField field, string text, string form) => text.Contains(Unreadable, StringComparison.Ordinal)
        ? new CellNotText()
        : new CellMalformed($"The {field.Heading} \"{Shown.Text(text)}\" cannot be read: it is {form}.");

    private SheetColumn? Column(SheetField? field) => field is null ? null : table.Columns.GetValueOrDefault(field.Name);
}
