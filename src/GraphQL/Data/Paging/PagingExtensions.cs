using System.Linq.Expressions;
using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Types.Pagination;

namespace Exams.GraphQL.Data.Paging;

/// <summary>Pages of queries, for resolvers and loaders that cut them by hand.</summary>
public static class PagingExtensions
{
    private const int DefaultSize = 10;

    /// <summary>A page of a query, cut by keyset in one statement.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="source">The query, sorted as the list is; the entity's key becomes the last sort key.</param>
    /// <param name="arguments">How to cut.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The page.</returns>
    /// <exception cref="GraphQLException"><c>HC0078</c>: a cursor is none of this order.</exception>
    public static async ValueTask<Page<T>> ToPageAsync<T>(
        this IQueryable<T> source, PagingArguments arguments, CancellationToken cancellationToken = default)
    {
        var connection = await new QueryPage<T>(source, db: null, arguments, DefaultSize, cancellationToken).ReadAsync();
        return new Page<T>(connection, arguments.IncludeTotalCount ? connection.TotalCount : null);
    }

    /// <summary>The pages of many lists, cut by keyset in one statement. A cursor of one list serves in all, because it says where in
    /// the order it stands.</summary>
    /// <typeparam name="TKey">What tells the lists apart.</typeparam>
    /// <typeparam name="TValue">The item's type.</typeparam>
    /// <param name="source">All items of all lists, e.g. <c>db.Grants.Where(g => keys.Contains(g.CandidateId))</c>, sorted as each
    /// list is.</param>
    /// <param name="keySelector">From item to its list's key.</param>
    /// <param name="arguments">How to cut.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page for each list that has items; lists without any are missing, and a loader brings nothing for them, which a paged field shows as an empty page.</returns>
    /// <exception cref="InvalidOperationException">The query has no known unique order, e.g. behind a projection.</exception>
    /// <exception cref="GraphQLException"><c>HC0078</c>: a cursor is none of this order.</exception>
    public static ValueTask<Dictionary<TKey, Page<TValue>>> ToBatchPageAsync<TKey, TValue>(
        this IQueryable<TValue> source,
        Expression<Func<TValue, TKey>> keySelector,
        PagingArguments arguments,
        CancellationToken cancellationToken = default) where TKey : notnull
    {
        var (order, query) = PageOrder<TValue>.Of(source);
        return order.Keys.Count > 0
            ? new BatchPage<TKey, TValue>(query, keySelector, new PageCut<TValue>(order, arguments, DefaultSize), arguments).ReadAsync(cancellationToken)
            : throw new InvalidOperationException("Only a query over entities, or over items with an Id, can be cut for many lists at once.");
    }

    /// <summary>The loader, bringing pages that are cut like this.</summary>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TValue">The item's type.</typeparam>
    /// <param name="dataLoader">A loader of pages.</param>
    /// <param name="arguments">How to cut.</param>
    /// <param name="context">What else the client asked; null for nothing.</param>
    /// <returns>The loader to ask; one batch for all keys that are asked for alike.</returns>
    public static IDataLoader<TKey, Page<TValue>> With<TKey, TValue>(
        this DataLoaderBase<TKey, Page<TValue>> dataLoader, PagingArguments arguments, QueryContext<TValue>? context = null) where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(dataLoader);
        return dataLoader.InState(new PageState<TValue>(arguments, context ?? QueryContext<TValue>.Empty));
    }

    /// <summary>How the pages of a batch are to be cut.</summary>
    /// <typeparam name="TValue">The item's type.</typeparam>
    /// <param name="context">What the batch needs besides keys.</param>
    /// <returns>How to cut.</returns>
    /// <exception cref="InvalidOperationException">The loader was asked without it.</exception>
    public static PagingArguments GetPagingArguments<TValue>(this DataLoaderFetchContext<Page<TValue>> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetRequiredState<PageState<TValue>>().Paging;
    }

    /// <summary>What else the client asked of the lists of a batch.</summary>
    /// <typeparam name="TValue">The item's type.</typeparam>
    /// <param name="context">What the batch needs besides keys.</param>
    /// <returns>Filter and order; empty when nothing was asked.</returns>
    public static QueryContext<TValue> GetQueryContext<TValue>(this DataLoaderFetchContext<Page<TValue>> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetState<PageState<TValue>>()?.Query ?? QueryContext<TValue>.Empty;
    }

    /// <summary>The page as a field with <c>[UsePaging]</c> gives it; an empty one when there is none.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="page">The page to come.</param>
    /// <returns>The connection.</returns>
    public static async Task<Connection<T>> ToConnectionAsync<T>(this Task<Page<T>?> page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return (await page ?? Page<T>.Empty).ToConnection();
    }

    private sealed record PageState<T>(PagingArguments Paging, QueryContext<T> Query);
}
