namespace Exams.GraphQL.Data;

/// <summary>The order of values in memory, as a database has it: nulls first, text by its characters' numbers, and what has no order of
/// its own by its text.</summary>
/// <typeparam name="T">The values' type.</typeparam>
internal sealed class MemoryOrder<T> : IComparer<T>
{
    private static readonly bool _hasOrder = HasOrder(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));

    /// <summary>The order.</summary>
    public static MemoryOrder<T> Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(T? x, T? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.CompareOrdinal(a, b),
        _ => _hasOrder ? Comparer<T>.Default.Compare(x, y) : string.CompareOrdinal(x.ToString(), y.ToString()),
    };

    private static bool HasOrder(Type type) =>
        typeof(IComparable).IsAssignableFrom(type) || typeof(IComparable<>).MakeGenericType(type).IsAssignableFrom(type);
}
