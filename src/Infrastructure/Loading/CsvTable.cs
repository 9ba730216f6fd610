using System.Text;

namespace Exams.Infrastructure.Loading;

/// <summary>One CSV file: UTF-8, a header row with the columns that are expected, in any order, and perhaps some that may be left out.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private CsvTable(string name) => Name = name;

    public string Name { get; }

    public List<CsvRow> Rows { get; } = [];

    /// <summary>Reads a file; what is wrong with it is among the faults, and the rows that can be read are there all the same.</summary>
    public static CsvTable Read(string path, IBoardFile file, LoadFaults faults)
    {
        var table = new CsvTable(Path.GetFileName(path));
        using var text = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        var csv = new CsvText(text);
        try
        {
            if (!csv.Read())
                faults.Add(table.Name, 1, "", "The file is empty; a header row is expected.");
            else if (table.TakeHeader(csv, file, faults))
                table.TakeRows(csv, faults);
        }
        catch (DecoderFallbackException)
        {
            faults.Add(table.Name, csv.Line, "", "The file is not UTF-8 from somewhere after this line on.");
        }

        return table;
    }

    public int IndexOf(string column) => _columns[column];

    public bool Has(string column) => _columns.ContainsKey(column);

    private bool TakeHeader(CsvText csv, IBoardFile file, LoadFaults faults)
    {
        IReadOnlyList<string> columns = [.. file.Columns, .. file.OptionalColumns];
        var before = faults.Count;
        if (csv.Fault is { } fault)
            faults.Add(Name, csv.Line, "", fault);
        for (var at = 0; at < csv.Cells.Count; at++)
        {
            if (!columns.Contains(csv.Cells[at]))
                faults.Add(Name, csv.Line, Shown.Text(csv.Cells[at]), $"There is no such column here; expected are {string.Join(", ", columns)}.");
            else if (!_columns.TryAdd(csv.Cells[at], at))
                faults.Add(Name, csv.Line, csv.Cells[at], "The column is there twice.");
        }

        foreach (var missing in file.Columns.Where(column => !_columns.ContainsKey(column)))
            faults.Add(Name, csv.Line, missing, "The column is missing.");
        return faults.Count == before;
    }

    private void TakeRows(CsvText csv, LoadFaults faults)
    {
        while (csv.Read())
        {
            if (csv.Fault is { } fault)
                faults.Add(Name, csv.Line, "", fault);
            else if (csv.Cells.Count != _columns.Count)
                faults.Add(Name, csv.Line, "", $"The row has {csv.Cells.Count} fields, the header {_columns.Count}.");
            else
                Rows.Add(new CsvRow(this, csv.Line, [.. csv.Cells], faults));
        }
    }
}
