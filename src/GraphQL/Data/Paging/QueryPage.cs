using System.Linq.Expressions;
using Exams.GraphQL.Data.Shapes;
using Exams.GraphQL.Types.Pagination;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Exams.GraphQL.Data.Paging;

/// <summary>Cuts a page from a query by keyset, in one statement: rows, total count and what lies outside the page come together.
/// An empty page may take a second statement, because it has no row to carry the answers.</summary>
/// <typeparam name="T">The item's type.</typeparam>
/// <param name="query">The query; a selector that fills items in part may end it.</param>
/// <param name="db">The context that the query is of, when it is known: queries of one shape are then compiled once.</param>
/// <param name="request">What the client asked.</param>
/// <param name="defaultSize">Items when the client does not say.</param>
/// <param name="aborted">Ends with the request.</param>
internal sealed class QueryPage<T>(IQueryable<T> query, DbContext? db, PagingArguments request, int defaultSize, CancellationToken aborted)
{
    /// <summary>Reads the page.</summary>
    public async ValueTask<Connection<T>> ReadAsync()
    {
        if (!IsPosition(request.After) && !IsPosition(request.Before))
        {
            if (db is not null && QueryShape.Of(query.Expression) is { } shape && PagePlan<T>.Of(db, query, shape) is { Order.Keys.Count: > 0 } plan)
            {
                var known = new PageCut<T>(plan.Order, request, defaultSize);
                if (plan.Find(db, query, known) is { } compiled)
                {
                    return await Connect(known, await compiled.ReadAsync(db, shape, known, aborted));
                }
            }

            var (order, bare) = PageOrder<T>.Of(query);
            if (order.Keys.Count > 0)
            {
                var cut = new PageCut<T>(order, request, defaultSize);
                return await Connect(cut, await QueryRows.Of(new PageStatement<T>(cut).Rows(bare), aborted));
            }
        }

        var (asked, list) = PageOrder<T>.Of(query);
        return await new PositionPage<T>(list, asked, request, defaultSize, aborted).ReadAsync();
    }

    private static bool IsPosition(string? cursor) => cursor is not null && ListPage.TryIndex(cursor) is not null;

    private async ValueTask<Connection<T>> Connect(PageCut<T> cut, List<PageRow<T>> rows)
    {
        if (rows is [var any, ..])
        {
            return cut.Connect(rows, any.Total, any.HasEarlier, any.HasLater);
        }

        var (list, statement) = (PageOrder<T>.Of(query).Bare, new PageStatement<T>(cut));
        return cut.Connect([], cut.IncludesTotal ? await QueryCount.Of(list, aborted) : 0, await Any(list, statement.Earlier), await Any(list, statement.Later));
    }

    private async ValueTask<bool> Any(IQueryable<T> list, Expression<Func<T, bool>>? predicate) => predicate is not null
        && (list.Provider is IAsyncQueryProvider ? await list.AnyAsync(predicate, aborted) : list.Any(predicate));
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
