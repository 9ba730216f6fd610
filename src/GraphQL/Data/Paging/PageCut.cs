using Exams.GraphQL.Types.Pagination;

namespace Exams.GraphQL.Data.Paging;

/// <summary>Where a page begins and ends in an order, and how it is made of the rows that were read. Shared by pages of one list and
/// of many lists at once.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal sealed class PageCut<T>
{
    private readonly PagingArguments _request;
    private readonly int _size;

    /// <summary>A cut.</summary>
    /// <param name="order">The order.</param>
    /// <param name="request">What the client asked.</param>
    /// <param name="defaultSize">Items when the client does not say.</param>
    /// <exception cref="GraphQLException"><c>HC0078</c>: a cursor is none of this order.</exception>
    public PageCut(PageOrder<T> order, PagingArguments request, int defaultSize)
    {
        (Order, _request) = (order, request);
        _size = request.First ?? request.Last ?? defaultSize;
        After = request.After is { } after ? order.Cursors.Read("after", after, request.KeyMask) : null;
        Before = request.Before is { } before ? order.Cursors.Read("before", before, request.KeyMask) : null;
    }

    /// <summary>The order.</summary>
    public PageOrder<T> Order { get; }

    /// <summary>Behind which place the page begins, a value for each key; null for the list's own beginning.</summary>
    public IReadOnlyList<object?>? After { get; }

    /// <summary>Before which place the page ends, a value for each key; null for the list's own end.</summary>
    public IReadOnlyList<object?>? Before { get; }

    /// <summary>Whether rows are read from the back.</summary>
    public bool IsBackward => _request.Last is not null && _request.First is null;

    /// <summary>How many rows to read: one more than wanted tells whether there are more.</summary>
    public int Limit => _size + 1;

    /// <summary>Whether the whole list is counted.</summary>
    public bool IncludesTotal => _request.IncludeTotalCount;

    /// <summary>Whether it matters what lies outside the places.</summary>
    public bool IncludesOutside => _request.IncludeOutside;

    /// <summary>The page.</summary>
    /// <param name="rows">Rows as they were read, at most <see cref="Limit"/>.</param>
    /// <param name="total">How many items the list has; 0 when nobody asked.</param>
    /// <param name="earlier">Whether items stand at or before <c>after</c>.</param>
    /// <param name="later">Whether items stand at or behind <c>before</c>.</param>
    public Connection<T> Connect(IReadOnlyList<PageRow<T>> rows, int total, bool earlier, bool later)
    {
        var more = rows.Count > _size;
        var kept = rows.Take(_size);
        var dropped = false;
        if (IsBackward)
        {
            kept = kept.Reverse();
        }
        else if (_request.Last is { } last)
        {
            var front = Math.Min(_size, rows.Count);
            dropped = last < front;
            kept = kept.Skip(Math.Max(0, front - last));
        }

        var edges = kept.Select(row => new Edge<T>(row.Item, () => Order.CursorOf(row, _request.KeyMask))).ToArray();
        return new Connection<T>(
            edges,
            new ConnectionPageInfo(
                IsBackward ? later : more || later,
                IsBackward ? more || earlier : earlier || dropped,
                edges.FirstOrDefault(),
                edges.LastOrDefault()),
            total);
    }
}
