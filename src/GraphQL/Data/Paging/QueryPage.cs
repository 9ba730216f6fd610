using System.Linq.Expressions;
using Exams.GraphQL.Data.Projections;
using Exams.GraphQL.Types.Pagination;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Exams.GraphQL.Data.Paging;

/// <summary>Cuts a page from a query by keyset, in one statement: rows, total count and what lies outside the page come together.
/// An empty page may take a second statement, because it has no row to carry the answers.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal sealed class QueryPage<T>
{
    private readonly IQueryable<T> _query;
    private readonly Expression<Func<T, T>>? _selector;
    private readonly PagingArguments _request;
    private readonly int _defaultSize;
    private readonly CancellationToken _aborted;
    private readonly IReadOnlyList<SortKey> _keys;

    /// <summary>A page to be read.</summary>
    /// <param name="query">The query; a selector that fills items in part may end it.</param>
    /// <param name="request">What the client asked.</param>
    /// <param name="defaultSize">Items when the client does not say.</param>
    /// <param name="aborted">Ends with the request.</param>
    public QueryPage(IQueryable<T> query, PagingArguments request, int defaultSize, CancellationToken aborted)
    {
        (_query, _selector) = Projection.Split(query);
        (_request, _defaultSize, _aborted, _keys) = (request, defaultSize, aborted, QueryOrder.Of(_query));
    }

    /// <summary>Reads the page.</summary>
    public ValueTask<Connection<T>> ReadAsync() => _keys.Count == 0 || IsPosition(_request.After) || IsPosition(_request.Before)
        ? new PositionPage<T>(_query, _selector, _keys, _request, _defaultSize, _aborted).ReadAsync()
        : ByKeyset(new PageCut<T>(_keys, _request, _defaultSize, _selector));

    private static bool IsPosition(string? cursor) => cursor is not null && ListPage.TryIndex(cursor) is not null;

    private async ValueTask<Connection<T>> ByKeyset(PageCut<T> cut)
    {
        var range = cut.Within.Aggregate(_query, (range, within) => range.Where(within));
        var rows = QueryValue.Limit(QueryOrder.Apply(range, _keys, cut.IsBackward), cut.Limit);
        if (!cut.ReadsKeys && !_request.IncludeTotalCount && cut.Earlier is null && cut.Later is null)
        {
            var items = await QueryRows.Of(_selector is null ? rows : rows.Select(_selector), _aborted);
            return cut.Connect(items.ConvertAll(i => new PageRow<T> { Item = i }), 0, earlier: false, later: false);
        }

        var read = await QueryRows.Of(rows.Select(Row(cut)), _aborted);
        return read is [var any, ..]
            ? cut.Connect(read, any.Total, any.HasEarlier, any.HasLater)
            : cut.Connect([], _request.IncludeTotalCount ? await QueryCount.Of(_query, _aborted) : 0, await Any(cut.Earlier), await Any(cut.Later));
    }

    private Expression<Func<T, PageRow<T>>> Row(PageCut<T> cut)
    {
        var item = Expression.Parameter(typeof(T), "x");
        var members = cut.RowMembers(item).ToList();
        if (_request.IncludeTotalCount)
        {
            members.Add(PageCut<T>.Bind(
                nameof(PageRow<>.Total), Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(T)], _query.Expression)));
        }

        if (cut.Earlier is not null)
        {
            members.Add(PageCut<T>.Bind(nameof(PageRow<>.HasEarlier), Exists(cut.Earlier)));
        }

        if (cut.Later is not null)
        {
            members.Add(PageCut<T>.Bind(nameof(PageRow<>.HasLater), Exists(cut.Later)));
        }

        return Expression.Lambda<Func<T, PageRow<T>>>(Expression.MemberInit(Expression.New(typeof(PageRow<T>)), members), item);
    }

    private MethodCallExpression Exists(Expression<Func<T, bool>> predicate) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Any), [typeof(T)], _query.Expression, Expression.Quote(predicate));

    private async ValueTask<bool> Any(Expression<Func<T, bool>>? predicate) => predicate is not null && (_query.Provider is IAsyncQueryProvider
        ? await _query.AnyAsync(predicate, _aborted)
        : _query.Any(predicate));
}

/// <summary>Counts a query's rows.</summary>
internal static class QueryCount
{
    /// <summary>The number of rows; asked asynchronously where the provider can.</summary>
    public static async ValueTask<int> Of<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        query.Provider is IAsyncQueryProvider ? await query.CountAsync(cancellationToken) : query.Count();
}

/// <summary>Reads a query's rows.</summary>
internal static class QueryRows
{
    /// <summary>The rows; read asynchronously where the provider can.</summary>
    public static async ValueTask<List<T>> Of<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        query.Provider is IAsyncQueryProvider ? await query.ToListAsync(cancellationToken) : query.ToList();
}
