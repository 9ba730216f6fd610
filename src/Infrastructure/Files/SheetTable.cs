using Exams.Domain.Bulk;
using Exams.Domain.Files;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Loading;

namespace Exams.Infrastructure.Files;

/// <summary>A file taken apart: its columns in any order, its rows one by one, and what is wrong with either.</summary>
internal sealed class SheetTable(IReadOnlyList<SheetField> fields, SheetDefaults defaults)
{
    private const int MostColumns = 100;

    private readonly Dictionary<string, SheetColumn> _columns = [];

    public SheetDefaults Defaults { get; } = defaults;

    public List<SheetFault> Faults { get; } = [];

    public List<SheetRemark> Remarks { get; } = [];

    public IReadOnlyDictionary<string, SheetColumn> Columns => _columns;

    /// <summary>How many columns the header has.</summary>
    public int Width { get; private set; }

    /// <summary>Reads a file; a row in which nothing is wrong is handed over as what it asks for.</summary>
    /// <returns>What was read; or a refusal of the whole.</returns>
    public Outcome<Sheet<TRow>> Read<TRow>(SheetText text, IReadOnlyList<SheetField> needed, Func<SheetLine, TRow> read)
    {
        var csv = new CsvText(new StringReader(text.Text), text.Separator);
        List<SheetRow<TRow>> rows = [];
        if (!csv.Read())
            return new NoRows();
        var count = 0;
        var isReadable = TakeHeader(csv, text.Line - 1, needed);
        while (isReadable && csv.Read())
        {
            // What a spreadsheet leaves of rows that were emptied.
            if (csv.Fault is null && csv.Cells.All(cell => cell.Length == 0))
                continue;
            if (++count > BulkLimits.MostRows)
                return new TooManyRows(BulkLimits.MostRows);
            var line = new SheetLine(this, csv.Line + text.Line - 1, csv.Cells);
            if (csv.Fault is { } fault)
                line.Fault(null, new RowMalformed(fault));
            else if (line.HasItsLength())
                Take(line, read, rows);
        }

        return new Sheet<TRow>(rows, Faults, Remarks, _columns);
    }

    private static void Take<TRow>(SheetLine line, Func<SheetLine, TRow> read, List<SheetRow<TRow>> rows)
    {
        var row = read(line);
        if (line.IsGood)
            rows.Add(new SheetRow<TRow>(line.Line, row));
    }

    private bool TakeHeader(CsvText csv, int before, IReadOnlyList<SheetField> needed)
    {
        var line = csv.Line + before;
        Width = csv.Cells.Count;
        if (csv.Fault is { } fault)
            Faults.Add(new SheetFault(line, null, new RowMalformed(fault)));
        else if (Width > MostColumns)
            Faults.Add(new SheetFault(line, null, new TooManyColumns(MostColumns)));
        if (Faults.Count > 0)
            return false;
        for (var at = 0; at < Width; at++)
            TakeColumn(line, new SheetColumn(Shown.Text(csv.Cells[at]), at + 1), csv.Cells[at]);
        foreach (var field in needed.Where(field => !_columns.ContainsKey(field.Name) && !IsGiven(field)))
            Faults.Add(new SheetFault(line, null, new ColumnMissing(field.Heading)));
        foreach (var (path, meant, otherwise) in SheetFields.Spread)
        {
            if ((_columns.GetValueOrDefault(meant.Name) ?? _columns.GetValueOrDefault(otherwise.Name)) is { } column)
                _columns.Add(path, column);
        }

        return Faults.Count == 0;
    }

    private bool IsGiven(SheetField field) =>
        (field == SheetFields.Centre && Defaults.Centre is not null) || (field == SheetFields.Series && Defaults.Series is not null);

    private void TakeColumn(int line, SheetColumn column, string heading)
    {
        if (heading.Length == 0)
            return;
        if (fields.FirstOrDefault(field => field.IsCalled(heading)) is not { } field)
            Remarks.Add(new SheetRemark(line, column, FileWarningKind.UnknownColumn, $"There is no column \"{column.Name}\" here; it is passed over."));
        else if (!_columns.TryAdd(field.Name, column))
            Faults.Add(new SheetFault(line, column, new ColumnTwice(field.Heading)));
    }
}
