using System.Linq.Expressions;
using Exams.GraphQL.Data.Paging;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Data.Sorting;

/// <summary>Sorts a list by the argument <c>order</c>. Without it the resolver's own order stays.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal sealed class SortStep<T> : ResultStep
{
    /// <summary>Most sort keys of one request.</summary>
    public const int MaxKeys = 16;

    /// <inheritdoc/>
    public override ValueTask<object?> ApplyAsync(IResolverContext context, object? value)
    {
        var argument = context.Field.Argument("order")!;
        var given = context.Argument(argument.Index).Value as System.Collections.IEnumerable;
        if (given is null || value is null)
        {
            return new ValueTask<object?>(value);
        }

        var item = Expression.Parameter(typeof(T), "x");
        var keys = given.OfType<SortValue>().SelectMany(v => v.Keys(item, item)).Take(MaxKeys + 1).ToList();
        if (keys.Count > MaxKeys)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"A list may be sorted by at most {MaxKeys} keys.").SetCode("SORT_TOO_LARGE").Build());
        }

        if (keys.Count == 0)
        {
            return new ValueTask<object?>(value);
        }

        var query = value as IQueryable<T> ?? ((IEnumerable<T>)value).AsQueryable();
        query = QueryOrder.Apply(query, [.. keys.Select(k => new SortKey(k.Key, k.Descending, false))], reverse: false);
        return new ValueTask<object?>(value is IQueryable<T> ? query : query.ToList());
    }
}
