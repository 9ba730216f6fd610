namespace Exams.GraphQL.Types.Comparison;

/// <summary>Members of an older and a newer collection, matched by name; each list in its collection's order.</summary>
/// <typeparam name="T">The kind of member.</typeparam>
internal sealed class Pairing<T>
{
    public Pairing(IEnumerable<T> older, IEnumerable<T> newer, Func<T, string> name)
    {
        var before = older.DistinctBy(name).ToDictionary(name, StringComparer.Ordinal);
        var after = newer.DistinctBy(name).ToDictionary(name, StringComparer.Ordinal);
        Removed = [.. older.Where(o => !after.ContainsKey(name(o)))];
        Added = [.. newer.Where(n => !before.ContainsKey(name(n)))];
        Kept = [.. older.Where(o => after.ContainsKey(name(o))).Select(o => (o, after[name(o)]))];
    }

    public IReadOnlyList<T> Removed { get; }

    public IReadOnlyList<T> Added { get; }

    public IReadOnlyList<(T Older, T Newer)> Kept { get; }
}
