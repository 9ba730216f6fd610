using System.Linq.Expressions;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Data.Filters;

/// <summary>Restricts a list by the argument <c>where</c>.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal sealed class FilterStep<T> : ResultStep
{
    /// <inheritdoc/>
    public override ValueTask<object?> ApplyAsync(IResolverContext context, object? value)
    {
        var argument = context.Field.Argument("where")!;
        if (context.Argument(argument.Index).Value is not FilterValue filter || value is null)
        {
            return new ValueTask<object?>(value);
        }

        var item = Expression.Parameter(typeof(T), "x");
        var query = value as IQueryable<T> ?? ((IEnumerable<T>)value).AsQueryable();
        var restriction = filter.Restrict(item, new FilterBudget(guardsNulls: query is EnumerableQuery<T>));
        if (restriction is null)
        {
            return new ValueTask<object?>(value);
        }

        query = query.Where(Expression.Lambda<Func<T, bool>>(restriction, item));
        return new ValueTask<object?>(value is IQueryable<T> ? query : query.ToList());
    }
}
