using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exams.GraphQL.Data.Projections;

/// <summary>Selectors that make an entity of some of its members.</summary>
internal static class Projection
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    /// <summary>From an entity to one that holds only what is needed; null when it must be read whole.</summary>
    public static LambdaExpression? Of(IEntityType entity, Needs needs)
    {
        if (IsWhole(entity, needs) && !needs.Members.Any(m => Navigation(entity, m) is not null))
        {
            return null;
        }

        var item = Expression.Parameter(entity.ClrType, "x");
        return Make(entity, needs, item) is { } body ? Expression.Lambda(body, item) : null;
    }

    /// <summary>A query without the selector that ends it, and that selector; null when it ends with none.</summary>
    public static (IQueryable<T> Query, Expression<Func<T, T>>? Selector) Split<T>(IQueryable<T> query) =>
        query.Expression is MethodCallExpression { Method.Name: nameof(Queryable.Select), Arguments: [var source, UnaryExpression { Operand: Expression<Func<T, T>> selector }] }
        && selector.Body is MemberInitExpression
            ? (query.Provider.CreateQuery<T>(source), selector)
            : (query, null);

    /// <summary>Whether a selector fills a member.</summary>
    public static bool Fills(LambdaExpression selector, PropertyInfo property) =>
        ((MemberInitExpression)selector.Body).Bindings.Any(b => b.Member.Name == property.Name);

    /// <summary>The member as related objects; null when it is none.</summary>
    public static INavigationBase? Navigation(IEntityType entity, string member) =>
        entity.FindNavigation(member) ?? (INavigationBase?)entity.FindSkipNavigation(member);

    // A member that is neither a column nor related objects is computed, from whichever members it likes.
    private static bool IsWhole(IEntityType entity, Needs needs) =>
        needs.IsWhole || needs.Members.Any(m => entity.FindProperty(m) is null && Navigation(entity, m) is null);

    private static MemberInitExpression? Make(IEntityType entity, Needs needs, Expression at)
    {
        // A hierarchy, parts without a table of their own, an object that cannot be made empty: read as the database has it.
        if (entity.GetDirectlyDerivedTypes().Any() || entity.ClrType.IsAbstract || entity.GetComplexProperties().Any()
            || entity.GetNavigations().Any(n => n.TargetEntityType.IsOwned())
            || entity.ClrType.GetConstructor(Any, Type.EmptyTypes) is not { } make)
        {
            return null;
        }

        var whole = IsWhole(entity, needs);
        var columns = entity.GetProperties()
            .Where(p => !p.IsShadowProperty())
            .Where(p => whole || p.IsPrimaryKey() || needs.Members.Contains(p.Name) || p.PropertyInfo?.IsDefined(typeof(IsProjectedAttribute), inherit: true) == true)
            .Select(p => (p.Name, Value: p.PropertyInfo is null ? null : (Expression?)Expression.Property(at, p.PropertyInfo)));
        var related = needs.Members
            .Select(m => Navigation(entity, m)).OfType<INavigationBase>()
            .Select(n => (n.Name, Value: Value(n, needs, at)));
        var bindings = new List<MemberBinding>();
        foreach (var (name, value) in columns.Concat(related))
        {
            if (value is null || Settable(entity.ClrType, name) is not { } property || !property.PropertyType.IsAssignableFrom(value.Type))
            {
                return null;
            }

            bindings.Add(Expression.Bind(property, value));
        }

        return Expression.MemberInit(Expression.New(make), bindings);
    }

    // As deep as the document, which is bounded where it is parsed.
    private static Expression? Value(INavigationBase navigation, Needs needs, Expression at)
    {
        if (navigation.PropertyInfo is not { } reference || !needs.Related.TryGetValue(navigation.Name, out var related))
        {
            return null;
        }

        var there = Expression.Property(at, reference);
        if (!navigation.IsCollection)
        {
            return Make(navigation.TargetEntityType, related, there) is { } one
                ? Expression.Condition(Expression.Equal(there, Expression.Constant(null, there.Type)), Expression.Constant(null, one.Type), one)
                : null;
        }

        var target = navigation.TargetEntityType.ClrType;
        var item = Expression.Parameter(target, "i");
        return Make(navigation.TargetEntityType, related, item) is { } each
            ? Expression.Call(
                typeof(Enumerable), nameof(Enumerable.ToList), [target],
                Expression.Call(typeof(Enumerable), nameof(Enumerable.Select), [target, target], there, Expression.Lambda(each, item)))
            : null;
    }

    private static PropertyInfo? Settable(Type type, string member)
    {
        var property = type.GetProperty(member, Any);
        property = property?.DeclaringType?.GetProperty(member, Any);
        return property is { CanWrite: true } ? property : null;
    }
}
