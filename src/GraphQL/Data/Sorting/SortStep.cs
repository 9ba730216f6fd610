using System.Collections;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Data.Sorting;

/// <summary>Sorts a list by the argument <c>order</c>. Without it the resolver's own order stays.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal sealed class SortStep<T> : ResultStep
{
    /// <inheritdoc/>
    public override ValueTask<object?> ApplyAsync(IResolverContext context, object? value)
    {
        if (value is null || Asked(context) is not { } order)
        {
            return new ValueTask<object?>(value);
        }

        var query = order.Apply(value as IQueryable<T> ?? ((IEnumerable<T>)value).AsQueryable());
        return new ValueTask<object?>(value is IQueryable<T> ? query : query.ToList());
    }

    /// <summary>The order that the client asked for; null for none.</summary>
    public static SortDefinition<T>? Asked(IResolverContext context) => context.Field.Argument("order") is { } argument
        ? SortDefinition<T>.Of(context.Argument(argument.Index).Value as IEnumerable)
        : null;
}
