using System.Linq.Expressions;
using System.Reflection;
using Exams.GraphQL.Data.Filters;
using Exams.GraphQL.Data.Sorting;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Types.Pagination;

namespace Exams.GraphQL.Data;

/// <summary>Gives resolvers what the client asked of their list.</summary>
internal sealed class QueryContextBinder : IParameterBinder
{
    /// <inheritdoc/>
    public Expression? Bind(ParameterInfo parameter, Expression context) => IsContext(parameter)
        ? Expression.Call(typeof(QueryContextBinder), nameof(Of), parameter.ParameterType.GetGenericArguments(), context)
        : null;

    /// <summary>Whether a method applies filter and order by itself.</summary>
    public static bool TakesContext(MemberInfo? member) => (member as MethodInfo)?.GetParameters().Any(IsContext) == true;

    /// <summary>The items of a list, or of a connection that the method cuts itself; null for anything else.</summary>
    public static TypeShape? ItemOf(TypeShape? shape) =>
        shape is not null && TypeShape.ArgumentOf(shape.Runtime, typeof(Connection<>)) is { } item ? TypeShape.Of(item) : shape?.Item;

    private static bool IsContext(ParameterInfo parameter) =>
        parameter.ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(QueryContext<>);

    private static QueryContext<T> Of<T>(IResolverContext context)
    {
        var predicate = FilterStep<T>.Asked(context)?.Predicate<T>(inMemory: false);
        var sorting = SortStep<T>.Asked(context);
        return predicate is null && sorting is null ? QueryContext<T>.Empty : new QueryContext<T>(predicate, sorting);
    }
}
