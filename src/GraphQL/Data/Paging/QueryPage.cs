using System.Linq.Expressions;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Types.Pagination;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Exams.GraphQL.Data.Paging;

/// <summary>Cuts a page from a query by keyset, in one statement: rows, total count and what lies outside the page come together.
/// An empty page may take a second statement, because it has no row to carry the answers.</summary>
/// <typeparam name="T">The item's type.</typeparam>
/// <param name="query">The query.</param>
/// <param name="options">How it is cut.</param>
/// <param name="context">The field's context.</param>
internal sealed class QueryPage<T>(IQueryable<T> query, PagingOptions options, IResolverContext context)
{
    private readonly PageRequest _request = PageRequest.Of(context);
    private readonly IReadOnlyList<SortKey> _keys = QueryOrder.Of(query);

    /// <summary>Reads the page.</summary>
    public async ValueTask<Connection<T>> ReadAsync()
    {
        var byPosition = _keys.Count == 0 || IsPosition(_request.After) || IsPosition(_request.Before);
        return byPosition ? await new PositionPage<T>(query, _keys, _request, options, context).ReadAsync() : await ByKeyset();
    }

    private static bool IsPosition(string? cursor) => cursor is not null && ListPage.TryIndex(cursor) is not null;

    private async ValueTask<Connection<T>> ByKeyset()
    {
        var cursors = new KeysetCursor(_keys);
        var after = _request.After is { } a ? cursors.Read("after", a) : null;
        var before = _request.Before is { } b ? cursors.Read("before", b) : null;
        var size = _request.Size(options);
        var wantsTotal = options.TotalCount && context.IsSelected("totalCount");
        var wantsInfo = context.IsSelected("pageInfo");
        var earlier = wantsInfo && after is not null ? KeysetBoundary.Of<T>(_keys, after, behind: false, inclusive: true) : null;
        var later = wantsInfo && before is not null ? KeysetBoundary.Of<T>(_keys, before, behind: true, inclusive: true) : null;

        var range = query;
        if (after is not null)
        {
            range = range.Where(KeysetBoundary.Of<T>(_keys, after, behind: true, inclusive: false));
        }

        if (before is not null)
        {
            range = range.Where(KeysetBoundary.Of<T>(_keys, before, behind: false, inclusive: false));
        }

        var cut = QueryValue.Limit(QueryOrder.Apply(range, _keys, _request.IsBackward), size + 1);
        var readsKeys = _keys.All(k => k.OwnProperty is not null);
        List<PageRow<T>> rows;
        if (readsKeys && !wantsTotal && earlier is null && later is null)
        {
            rows = [.. (await List(cut)).Select(i => new PageRow<T> { Item = i })];
        }
        else
        {
            rows = await List(cut.Select(Row(!readsKeys, wantsTotal, earlier, later)));
        }

        if (rows.Count == 0)
        {
            var total = wantsTotal ? await Count(query) : 0;
            var nothing = new ConnectionPageInfo(later is not null && await Any(later), earlier is not null && await Any(earlier), null, null);
            return new Connection<T>([], nothing, total);
        }

        var any = rows[0];
        var more = rows.Count > size;
        rows.RemoveRange(Math.Min(size, rows.Count), Math.Max(0, rows.Count - size));
        var dropped = false;
        if (_request.IsBackward)
        {
            rows.Reverse();
        }
        else if (_request.Last is { } last && last < rows.Count)
        {
            rows.RemoveRange(0, rows.Count - last);
            dropped = true;
        }

        return Connection(rows, cursors, any.Total, (
            _request.IsBackward ? any.HasLater : more || any.HasLater,
            _request.IsBackward ? more || any.HasEarlier : any.HasEarlier || dropped));
    }

    private Connection<T> Connection(List<PageRow<T>> rows, KeysetCursor cursors, int total, (bool Next, bool Previous) more)
    {
        var read = KeyReader<T>.For(_keys);
        var edges = new Edge<T>[rows.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            var row = rows[i];
            edges[i] = new Edge<T>(row.Item, () => cursors.Write(row.Keys ?? read(row.Item)));
        }

        var wanted = context.IsSelected("pageInfo") && edges.Length > 0;
        return new Connection<T>(
            edges,
            new ConnectionPageInfo(more.Next, more.Previous, wanted ? edges[0].Cursor : null, wanted ? edges[^1].Cursor : null),
            total);
    }

    private Expression<Func<T, PageRow<T>>> Row(
        bool withKeys, bool withTotal, Expression<Func<T, bool>>? earlier, Expression<Func<T, bool>>? later)
    {
        var item = Expression.Parameter(typeof(T), "x");
        var members = new List<MemberBinding> { Bind(nameof(PageRow<>.Item), item) };
        if (withKeys)
        {
            var keys = _keys.Select(k => Expression.Convert(k.Of(item), typeof(object)));
            members.Add(Bind(nameof(PageRow<>.Keys), Expression.NewArrayInit(typeof(object), keys)));
        }

        if (withTotal)
        {
            members.Add(Bind(nameof(PageRow<>.Total), Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(T)], query.Expression)));
        }

        if (earlier is not null)
        {
            members.Add(Bind(nameof(PageRow<>.HasEarlier), Exists(earlier)));
        }

        if (later is not null)
        {
            members.Add(Bind(nameof(PageRow<>.HasLater), Exists(later)));
        }

        return Expression.Lambda<Func<T, PageRow<T>>>(Expression.MemberInit(Expression.New(typeof(PageRow<T>)), members), item);
    }

    private static MemberAssignment Bind(string member, Expression value) => Expression.Bind(typeof(PageRow<T>).GetProperty(member)!, value);

    private MethodCallExpression Exists(Expression<Func<T, bool>> predicate) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Any), [typeof(T)], query.Expression, Expression.Quote(predicate));

    private async ValueTask<List<TRow>> List<TRow>(IQueryable<TRow> rows) => (List<TRow>)(await ResolverRuntime.OfQuery(rows, context))!;

    private ValueTask<int> Count(IQueryable<T> rows) => QueryCount.Of(rows, context.RequestAborted);

    private async ValueTask<bool> Any(Expression<Func<T, bool>> predicate) => query.Provider is IAsyncQueryProvider
        ? await query.AnyAsync(predicate, context.RequestAborted)
        : query.Any(predicate);
}

/// <summary>Counts a query's rows.</summary>
internal static class QueryCount
{
    /// <summary>The number of rows; asked asynchronously where the provider can.</summary>
    public static async ValueTask<int> Of<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        query.Provider is IAsyncQueryProvider ? await query.CountAsync(cancellationToken) : query.Count();
}
