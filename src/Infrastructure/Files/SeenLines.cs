using Exams.Domain.Files;

namespace Exams.Infrastructure.Files;

/// <summary>Remembers in which line each thing of a file was stated, so that it is not stated twice. Rows that are wrong in another way
/// count, too.</summary>
internal sealed class SeenLines<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _lines = [];

    public void Check(SheetLine line, SheetField field, TKey key)
    {
        if (!_lines.TryAdd(key, line.Line))
            line.Fault(field, new RowTwice(_lines[key]));
    }
}
