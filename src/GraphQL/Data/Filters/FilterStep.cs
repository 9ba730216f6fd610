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
        if (Asked(context) is not { } filter || value is null)
        {
            return new ValueTask<object?>(value);
        }

        var query = value as IQueryable<T> ?? ((IEnumerable<T>)value).AsQueryable();
        if (filter.Predicate<T>(inMemory: query is EnumerableQuery<T>) is not { } restriction)
        {
            return new ValueTask<object?>(value);
        }

        query = query.Where(restriction);
        return new ValueTask<object?>(value is IQueryable<T> ? query : query.ToList());
    }

    /// <summary>The filter that the client gave; null for none.</summary>
    public static FilterValue? Asked(IResolverContext context) =>
        context.Field.Argument("where") is { } argument ? context.Argument(argument.Index).Value as FilterValue : null;
}
