using FsCheck;
using FsCheck.Fluent;

namespace Exams.GraphQL.Tests.Data;

/// <summary>An order of lines as a client asks for it, and said again in C#.</summary>
public sealed record LineOrder(List<(string Key, bool Descending)> Keys)
{
    private static readonly Dictionary<string, Func<Line, object?>> Known = new()
    {
        ["id"] = l => l.Id,
        ["name"] = l => l.Name,
        ["note"] = l => l.Note,
        ["score"] = l => l.Score,
        ["kind"] = l => l.Kind.ToString(),
        ["code"] = l => l.Code.Text,
        ["day"] = l => l.Day,
        ["open"] = l => l.Open,
        ["owner"] = l => l.Owner?.Name,
    };

    /// <summary>Up to three keys.</summary>
    public static Gen<LineOrder> Any { get; } =
        from count in Gen.Choose(0, 3)
        from keys in Gen.Shuffle(Known.Keys.ToArray())
        from directions in Gen.Elements(true, false).ListOf(count)
        select new LineOrder([.. keys.Take(count).Zip(directions, (k, d) => (k, d))]);

    /// <summary>The value of <c>order</c>.</summary>
    public object[] Input =>
        [.. Keys.Select(o => new Dictionary<string, object>
        {
            [o.Key] = o.Key == "owner" ? new { name = Direction(o.Descending) } : Direction(o.Descending),
        })];

    /// <summary>Lines in this order, equal ones by their id.</summary>
    public IEnumerable<Line> Sort(IEnumerable<Line> lines)
    {
        var sorted = lines.OrderBy(_ => 0);
        foreach (var (key, descending) in Keys)
        {
            sorted = descending ? sorted.ThenByDescending(Known[key], Nulls.Smallest) : sorted.ThenBy(Known[key], Nulls.Smallest);
        }

        return sorted.ThenBy(l => l.Id);
    }

    public override string ToString() => string.Join(", ", Keys);

    private static string Direction(bool descending) => descending ? "DESC" : "ASC";

    private sealed class Nulls : IComparer<object?>
    {
        public static Nulls Smallest { get; } = new();

        public int Compare(object? x, object? y) => (x, y) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            (string a, string b) => CompareUtf8(a, b),
            _ => Comparer<object>.Default.Compare(x, y),
        };

        // As SQLite compares text: byte by byte.
        private static int CompareUtf8(string a, string b) =>
            System.Text.Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(b));
    }
}
