using System.Collections;
using Exams.GraphQL.Types.Pagination;

namespace Exams.GraphQL.Data.Paging;

/// <summary>A page of a list, as a loader brings it.</summary>
/// <typeparam name="T">The item's type.</typeparam>
public sealed class Page<T> : IReadOnlyList<T>
{
    private readonly Connection<T> _connection;

    /// <summary>A page that was cut by hand.</summary>
    /// <param name="items">Its items in list order.</param>
    /// <param name="hasNextPage">Whether items follow.</param>
    /// <param name="hasPreviousPage">Whether items stand before.</param>
    /// <param name="createCursor">Makes an item's cursor.</param>
    /// <param name="totalCount">How many items the list has; null when nobody asked.</param>
    public Page(IReadOnlyList<T> items, bool hasNextPage, bool hasPreviousPage, Func<T, string> createCursor, int? totalCount = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(createCursor);
        var edges = items.Select(i => new Edge<T>(i, () => createCursor(i))).ToArray();
        var info = new ConnectionPageInfo(hasNextPage, hasPreviousPage, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        _connection = new Connection<T>(edges, info, totalCount ?? 0);
        TotalCount = totalCount;
    }

    internal Page(Connection<T> connection, int? totalCount) => (_connection, TotalCount) = (connection, totalCount);

    /// <summary>A page of nothing.</summary>
    internal static Page<T> Empty { get; } = new([], false, false, _ => "", 0);

    /// <inheritdoc/>
    public int Count => _connection.Edges.Count;

    /// <summary>Whether items follow.</summary>
    public bool HasNextPage => _connection.Info.HasNextPage;

    /// <summary>Whether items stand before.</summary>
    public bool HasPreviousPage => _connection.Info.HasPreviousPage;

    /// <summary>How many items the list has; null when nobody asked.</summary>
    public int? TotalCount { get; }

    /// <inheritdoc/>
    public T this[int index] => _connection.Edges[index].Node;

    /// <summary>The cursor of an item.</summary>
    /// <param name="index">The item's place in the page.</param>
    /// <returns>Where it stands in the list; opaque to clients.</returns>
    public string CursorAt(int index) => _connection.Edges[index].Cursor;

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _connection.Edges.Select(e => e.Node).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The page as a field with <c>[UsePaging]</c> gives it.</summary>
    /// <returns>The same page.</returns>
    public Connection<T> ToConnection() => _connection;
}
