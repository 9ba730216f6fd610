using Exams.GraphQL.Types.Pagination;

namespace Exams.GraphQL.Data.Paging;

/// <summary>Cuts a page from a query by position: for queries without a known unique order, and for clients that count positions
/// themselves.</summary>
/// <typeparam name="T">The item's type.</typeparam>
/// <param name="query">The query.</param>
/// <param name="order">Its order, and what is read of each item.</param>
/// <param name="request">What the client asked.</param>
/// <param name="defaultSize">Items when the client does not say.</param>
/// <param name="aborted">Ends with the request.</param>
internal sealed class PositionPage<T>(
    IQueryable<T> query, PageOrder<T> order, PagingArguments request, int defaultSize, CancellationToken aborted)
{
    /// <summary>Reads the page. Counting from the back takes a second statement.</summary>
    public async ValueTask<Connection<T>> ReadAsync()
    {
        var ordered = order.Keys.Count == 0 ? query : QueryOrder.Apply(query, order.Keys, reverse: false);
        var start = request.After is { } after ? Position("after", after) + 1 : 0;
        long end = request.Before is { } before ? Position("before", before) : int.MaxValue;
        int? count = request.Last is not null || request.IncludeTotalCount ? await QueryCount.Of(query, aborted) : null;
        var (from, to) = ListPage.Slice((int)start, (int)Math.Max(start, Math.Min(end, count ?? int.MaxValue)), request, defaultSize);
        var size = Math.Max(0, to - from);
        var cut = QueryValue.Limit(QueryValue.From(ordered, from), size + 1);
        var rows = await QueryRows.Of(order.Selector is null ? cut : cut.Select(order.Selector), aborted);
        var more = rows.Count > size;
        var edges = rows.Take(size).Select((item, i) => new Edge<T>(item, Cursor(item, from + i))).ToArray();
        var previous = from > 0 && (edges.Length > 0 || (count ?? await QueryCount.Of(query, aborted)) > 0);
        return new Connection<T>(
            edges,
            new ConnectionPageInfo(more, previous, edges.Length == 0 ? null : edges[0].Cursor, edges.Length == 0 ? null : edges[^1].Cursor),
            count ?? 0);
    }

    // An item that does not carry its keys is found again by its position only.
    private Func<string> Cursor(T item, int position) => order.Keys.Count == 0 || order.ReadsKeys
        ? () => ListPage.Cursor(position)
        : () => order.CursorOf(new PageRow<T> { Item = item }, request.KeyMask);

    private static long Position(string argument, string cursor) =>
        ListPage.TryIndex(cursor) ?? throw PageRequest.BadCursor(argument, cursor);
}
