namespace Exams.Infrastructure.Loading.Files;

/// <summary>Remembers where each thing of a file was stated, so that it is not stated twice.</summary>
/// <param name="column">The column that is named when it is.</param>
internal sealed class Seen<TKey>(string column)
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _lines = [];

    public bool Twice(CsvRow row, TKey key)
    {
        if (_lines.TryAdd(key, row.Line))
            return false;
        row.Fault(column, $"The same is stated in line {_lines[key]} already.");
        return true;
    }
}
