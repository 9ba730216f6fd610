namespace Exams.GraphQL.Types.Pagination;

/// <summary>A page of a list, whatever its items (Relay, "Cursor Connections").</summary>
public abstract class Connection
{
    private protected Connection(ConnectionPageInfo info, int totalCount)
    {
        Info = info;
        TotalCount = totalCount;
    }

    /// <summary>How the page lies in the list.</summary>
    public ConnectionPageInfo Info { get; }

    /// <summary>How many items the list has; meaningful only where it was asked for.</summary>
    public int TotalCount { get; }

    /// <summary>The edges, untyped, for the engine.</summary>
    internal abstract IReadOnlyList<Edge> UntypedEdges { get; }
}

/// <summary>A page of a list.</summary>
/// <typeparam name="T">The item's type.</typeparam>
public sealed class Connection<T> : Connection
{
    /// <summary>A page that was cut by hand.</summary>
    /// <param name="edges">Its items with their cursors.</param>
    /// <param name="info">How it lies in the list.</param>
    /// <param name="totalCount">How many items the list has; 0 when nobody asked.</param>
    public Connection(IReadOnlyList<IEdge<T>> edges, ConnectionPageInfo info, int totalCount = 0) : base(info, totalCount) =>
        Edges = edges as IReadOnlyList<Edge<T>> ?? [.. edges.Select(e => e as Edge<T> ?? new Edge<T>(e.Node, e.Cursor))];

    /// <summary>Items with their cursors, in list order.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; }

    internal override IReadOnlyList<Edge> UntypedEdges => Edges;
}

/// <summary>An item of a page, as an application may have it.</summary>
/// <typeparam name="T">The item's type.</typeparam>
public interface IEdge<out T>
{
    /// <summary>The item.</summary>
    T Node { get; }

    /// <summary>Where the item stands in the list; opaque to clients.</summary>
    string Cursor { get; }
}

/// <summary>An item of a page, whatever its type.</summary>
public abstract class Edge
{
    private string? _cursor;

    private protected Edge(string? cursor) => _cursor = cursor;

    /// <summary>Where the item stands in the list; opaque to clients.</summary>
    public string Cursor => _cursor ??= MakeCursor();

    /// <summary>The item, untyped, for the engine.</summary>
    internal abstract object? UntypedNode { get; }

    private protected virtual string MakeCursor() => "";
}

/// <summary>An item of a page.</summary>
/// <typeparam name="T">The item's type.</typeparam>
public sealed class Edge<T> : Edge, IEdge<T>
{
    private readonly Func<string>? _make;

    /// <summary>An item with its cursor.</summary>
    /// <param name="node">The item.</param>
    /// <param name="cursor">Where it stands in the list; opaque to clients.</param>
    public Edge(T node, string cursor) : base(cursor) => Node = node;

    /// <summary>An item whose cursor is made when somebody asks for it.</summary>
    /// <param name="node">The item.</param>
    /// <param name="cursor">Makes the cursor.</param>
    internal Edge(T node, Func<string> cursor) : base(null)
    {
        Node = node;
        _make = cursor;
    }

    /// <summary>The item.</summary>
    public T Node { get; }

    internal override object? UntypedNode => Node;

    private protected override string MakeCursor() => _make?.Invoke() ?? "";
}

/// <summary>How a page lies in its list (Relay, "PageInfo").</summary>
public sealed class ConnectionPageInfo
{
    private readonly Edge? _first;
    private readonly Edge? _last;
    private readonly string? _start;
    private readonly string? _end;

    /// <summary>How a page lies that was cut by hand.</summary>
    /// <param name="hasNextPage">Whether items follow.</param>
    /// <param name="hasPreviousPage">Whether items stand before.</param>
    /// <param name="startCursor">The first item's cursor; null for an empty page.</param>
    /// <param name="endCursor">The last item's cursor; null for an empty page.</param>
    public ConnectionPageInfo(bool hasNextPage, bool hasPreviousPage, string? startCursor, string? endCursor) =>
        (HasNextPage, HasPreviousPage, _start, _end) = (hasNextPage, hasPreviousPage, startCursor, endCursor);

    /// <summary>How a page lies whose cursors are made when somebody asks for them.</summary>
    internal ConnectionPageInfo(bool hasNextPage, bool hasPreviousPage, Edge? first, Edge? last) =>
        (HasNextPage, HasPreviousPage, _first, _last) = (hasNextPage, hasPreviousPage, first, last);

    /// <summary>Whether items follow.</summary>
    public bool HasNextPage { get; }

    /// <summary>Whether items stand before.</summary>
    public bool HasPreviousPage { get; }

    /// <summary>The first item's cursor; null for an empty page.</summary>
    public string? StartCursor => _first?.Cursor ?? _start;

    /// <summary>The last item's cursor; null for an empty page.</summary>
    public string? EndCursor => _last?.Cursor ?? _end;
}
