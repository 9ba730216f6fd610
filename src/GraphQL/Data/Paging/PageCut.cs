using System.Linq.Expressions;
using Exams.GraphQL.Data.Projections;
using Exams.GraphQL.Types.Pagination;

namespace Exams.GraphQL.Data.Paging;

/// <summary>Where a page begins and ends in an order, and how it is made of the rows that were read. Shared by pages of one list and
/// of many lists at once.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal sealed class PageCut<T>
{
    private readonly PagingArguments _request;
    private readonly int _size;
    private readonly Lazy<KeysetCursor> _cursors;
    private readonly Expression<Func<T, T>>? _selector;

    /// <summary>A cut.</summary>
    /// <param name="keys">The order.</param>
    /// <param name="request">What the client asked.</param>
    /// <param name="defaultSize">Items when the client does not say.</param>
    /// <param name="selector">Fills items in part; null for whole ones.</param>
    /// <exception cref="GraphQLException"><c>HC0078</c>: a cursor is none of this order.</exception>
    public PageCut(IReadOnlyList<SortKey> keys, PagingArguments request, int defaultSize, Expression<Func<T, T>>? selector)
    {
        (Keys, _request, _cursors, _selector) = (keys, request, new Lazy<KeysetCursor>(() => new KeysetCursor(keys)), selector);
        _size = request.First ?? request.Last ?? defaultSize;
        var after = request.After is { } a ? _cursors.Value.Read("after", a) : null;
        var before = request.Before is { } b ? _cursors.Value.Read("before", b) : null;
        Within =
        [
            .. after is null ? Array.Empty<Expression<Func<T, bool>>>() : [KeysetBoundary.Of<T>(keys, after, behind: true, inclusive: false)],
            .. before is null ? Array.Empty<Expression<Func<T, bool>>>() : [KeysetBoundary.Of<T>(keys, before, behind: false, inclusive: false)],
        ];
        Earlier = request.IncludeOutside && after is not null ? KeysetBoundary.Of<T>(keys, after, behind: false, inclusive: true) : null;
        Later = request.IncludeOutside && before is not null ? KeysetBoundary.Of<T>(keys, before, behind: true, inclusive: true) : null;
    }

    /// <summary>The order.</summary>
    public IReadOnlyList<SortKey> Keys { get; }

    /// <summary>What items of the page fulfil.</summary>
    public IReadOnlyList<Expression<Func<T, bool>>> Within { get; }

    /// <summary>What items at or before <c>after</c> fulfil; null when nobody asks for them.</summary>
    public Expression<Func<T, bool>>? Earlier { get; }

    /// <summary>What items at or behind <c>before</c> fulfil; null when nobody asks for them.</summary>
    public Expression<Func<T, bool>>? Later { get; }

    /// <summary>Whether rows are read from the back.</summary>
    public bool IsBackward => _request.Last is not null && _request.First is null;

    /// <summary>How many rows to read: one more than wanted tells whether there are more.</summary>
    public int Limit => _size + 1;

    /// <summary>Whether sort keys must be read beside the item, because it does not carry them.</summary>
    public bool ReadsKeys => Keys.Any(k => k.OwnProperty is not { } own || (_selector is not null && !Projection.Fills(_selector, own)));

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

        Func<T, object?[]>? read = null;
        var edges = kept
            .Select(row => new Edge<T>(row.Item, () => _cursors.Value.Write(row.Keys ?? (read ??= KeyReader<T>.For(Keys))(row.Item))))
            .ToArray();
        return new Connection<T>(
            edges,
            new ConnectionPageInfo(
                IsBackward ? later : more || later,
                IsBackward ? more || earlier : earlier || dropped,
                edges.FirstOrDefault(),
                edges.LastOrDefault()),
            total);
    }

    /// <summary>An item with its keys where it does not carry them itself.</summary>
    /// <param name="item">The item.</param>
    public IEnumerable<MemberBinding> RowMembers(Expression item)
    {
        var whole = _selector is null ? item : new Replacement(_selector.Parameters[0], item).Visit(_selector.Body);
        yield return Bind(nameof(PageRow<>.Item), whole);
        if (ReadsKeys)
        {
            yield return Bind(nameof(PageRow<>.Keys), Expression.NewArrayInit(typeof(object), Keys.Select(k => Expression.Convert(k.Of(item), typeof(object)))));
        }
    }

    /// <summary>A row's member.</summary>
    public static MemberAssignment Bind(string member, Expression value) => Expression.Bind(typeof(PageRow<T>).GetProperty(member)!, value);
}
