using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Exams.GraphQL.Data.Paging;

/// <summary>One key that a query is sorted by. Nulls are smaller than everything, on every database, because they get a sort key of
/// their own.</summary>
/// <param name="Selector">From item to key.</param>
/// <param name="IsDescending">Whether the largest come first.</param>
/// <param name="IsNullable">Whether the database may hold a null here.</param>
internal sealed record SortKey(LambdaExpression Selector, bool IsDescending, bool IsNullable)
{
    /// <summary>The key's .NET type.</summary>
    public Type Type => Selector.ReturnType;

    /// <summary>The property, when the key is one of the item's own.</summary>
    public PropertyInfo? OwnProperty =>
        Selector.Body is MemberExpression { Member: PropertyInfo property, Expression: ParameterExpression } ? property : null;

    /// <summary>The key as text, for telling one order from another.</summary>
    public string Signature => $"{Selector.Body}{(IsDescending ? '-' : '+')}";

    /// <summary>The key of an item given as expression.</summary>
    public Expression Of(Expression item) => new Replacement(Selector.Parameters[0], item).Visit(Selector.Body);

    /// <summary>A key that is a property, by name, which need not exist in the class.</summary>
    public static SortKey OfProperty(Type item, PropertyInfo? property, string name, Type type)
    {
        var parameter = Expression.Parameter(item, "x");
        Expression body = property is not null
            ? Expression.Property(parameter, property)
            : Expression.Call(typeof(EF), nameof(EF.Property), [type], parameter, Expression.Constant(name));
        return new SortKey(Expression.Lambda(body, parameter), false, false);
    }
}

/// <summary>Puts another expression where a parameter stood.</summary>
/// <param name="parameter">The parameter.</param>
/// <param name="by">What stands there from now on.</param>
internal sealed class Replacement(ParameterExpression parameter, Expression by) : ExpressionVisitor
{
    /// <inheritdoc/>
    protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : node;
}
