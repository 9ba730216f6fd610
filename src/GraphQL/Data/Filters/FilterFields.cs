using System.Collections;
using System.Linq.Expressions;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Data.Filters;

/// <summary><c>and</c> and <c>or</c>.</summary>
/// <param name="any">Whether one part is enough.</param>
internal sealed class CombiningField(bool any) : FilterField
{
    /// <inheritdoc/>
    public override Expression? Restrict(Expression target, object? value, FilterBudget budget)
    {
        Expression? whole = null;
        foreach (var part in (value as IEnumerable ?? Array.Empty<object>()).Cast<FilterValue>())
        {
            budget.Spend();
            var one = part.Restrict(target, budget);
            if (one is null && any)
            {
                // A part without restriction holds for everything, and one part is enough.
                return null;
            }

            whole = whole is null || one is null ? whole ?? one : any ? Expression.OrElse(whole, one) : Expression.AndAlso(whole, one);
        }

        return whole;
    }
}

/// <summary>An operation on the value itself.</summary>
/// <param name="operation">The operation's number.</param>
internal sealed class OperationField(int operation) : FilterField
{
    /// <inheritdoc/>
    public override Expression? Restrict(Expression target, object? value, FilterBudget budget) =>
        FilterPredicates.Make(operation, target, budget.IsInMemory ? value : Askable(value));

    // PostgreSQL cannot even be asked for U+0000, and keeps no text with it; nor with what it is replaced by, which is no character.
    private static object? Askable(object? value) => value switch
    {
        string text => text.Replace('\0', '\uFFFF'),
        IReadOnlyList<string?> texts => texts.Select(t => t?.Replace('\0', '\uFFFF')).ToList(),
        _ => value,
    };
}

/// <summary>A member of the item with a filter of its own.</summary>
/// <param name="name">The field's name.</param>
/// <param name="member">From item to member.</param>
/// <param name="type">The member's filter, for messages.</param>
internal sealed class MemberField(string name, LambdaExpression member, Func<NamedType> type) : FilterField
{
    /// <inheritdoc/>
    public override Expression? Restrict(Expression target, object? value, FilterBudget budget)
    {
        if (value is not FilterValue filter)
        {
            throw NullRefused(name, type());
        }

        var at = new Paging.Replacement(member.Parameters[0], target).Visit(member.Body);
        return filter.Restrict(budget.IsInMemory ? Guarded(target, at) : at, budget);
    }

    // As a database sees it: a member of nothing is null, a list of nothing is empty.
    private static Expression Guarded(Expression target, Expression at)
    {
        if (target is not ParameterExpression)
        {
            var lifted = at.Type.IsValueType && Nullable.GetUnderlyingType(at.Type) is null ? typeof(Nullable<>).MakeGenericType(at.Type) : at.Type;
            at = Expression.Condition(
                Expression.Equal(target, Expression.Constant(null, target.Type)),
                Expression.Constant(null, lifted),
                at.Type == lifted ? at : Expression.Convert(at, lifted));
        }

        if (Types.Building.TypeShape.ItemType(at.Type) is not { } item)
        {
            return at;
        }

        var list = typeof(IEnumerable<>).MakeGenericType(item);
        return Expression.Coalesce(Expression.Convert(at, list), Expression.Constant(Array.CreateInstance(item, 0), list));
    }

    /// <summary>The error for null where a filter is wanted.</summary>
    public static GraphQLException NullRefused(string name, NamedType type) => new(ErrorBuilder.New()
        .SetMessage($"The provided value for filter `{name}` of type {type} is invalid. Null values are not supported.")
        .SetCode("HC0026")
        .SetExtension("expectedType", $"{type}!")
        .SetExtension("filterType", type.Name)
        .Build());
}

/// <summary>What <c>all</c>, <c>none</c>, <c>some</c> and <c>any</c> ask of a list.</summary>
/// <param name="name">Which of them.</param>
/// <param name="item">The .NET type of the items.</param>
internal sealed class ListField(string name, Type item) : FilterField
{
    /// <inheritdoc/>
    public override Expression? Restrict(Expression target, object? value, FilterBudget budget)
    {
        if (name == "any")
        {
            var any = Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [item], target);
            return value switch
            {
                true => any,
                false => Expression.Not(any),
                _ => null,
            };
        }

        var parameter = Expression.Parameter(item, "i");
        var inside = (value as FilterValue)?.Restrict(parameter, budget) ?? Expression.Constant(true);
        var test = Expression.Lambda(name == "all" ? Expression.Not(inside) : inside, parameter);
        var found = Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [item], target, test);
        return name == "some" ? found : Expression.Not(found);
    }
}
