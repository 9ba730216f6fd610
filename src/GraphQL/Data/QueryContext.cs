using System.Linq.Expressions;
using Exams.GraphQL.Data.Sorting;

namespace Exams.GraphQL.Data;

/// <summary>What a client asked of a list besides its page. A resolver with <c>[UseFiltering]</c> or <c>[UseSorting]</c> may take it as
/// a parameter and apply it where the query is made, e.g. in a loader; the attributes then leave the resolver's value alone. Equal for
/// all parents of one field, so that their lists share a batch.</summary>
/// <typeparam name="TEntity">The item's type.</typeparam>
/// <param name="Predicate">What items must fulfil; null for nothing.</param>
/// <param name="Sorting">The order; null for the list's own.</param>
public sealed record QueryContext<TEntity>(Expression<Func<TEntity, bool>>? Predicate = null, SortDefinition<TEntity>? Sorting = null)
{
    /// <summary>Nothing was asked.</summary>
    internal static QueryContext<TEntity> Empty { get; } = new();
}

/// <summary>Puts what a client asked into a query.</summary>
public static class QueryContextExtensions
{
    /// <summary>The query as the client asked for it.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="queryable">The query in its own order.</param>
    /// <param name="queryContext">What the client asked.</param>
    /// <returns>The query, restricted and sorted.</returns>
    public static IQueryable<T> With<T>(this IQueryable<T> queryable, QueryContext<T> queryContext)
    {
        ArgumentNullException.ThrowIfNull(queryable);
        ArgumentNullException.ThrowIfNull(queryContext);
        var query = queryContext.Predicate is { } predicate ? queryable.Where(predicate) : queryable;
        return queryContext.Sorting is { Keys.Count: > 0 } sorting ? sorting.Apply(query) : query;
    }
}
