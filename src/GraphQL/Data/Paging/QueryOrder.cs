using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Exams.GraphQL.Data.Paging;

/// <summary>By what a query is sorted, the unique last key included.</summary>
internal static class QueryOrder
{
    // Known again by identity: a rank belongs to the key behind it and is no key of its own.
    private static readonly ConstantExpression _absent = Expression.Constant(0);
    private static readonly ConstantExpression _present = Expression.Constant(1);

    /// <summary>The keys of a query; empty when no unique order is known, e.g. behind a projection.</summary>
    public static IReadOnlyList<SortKey> Of<T>(IQueryable<T> query)
    {
        var keys = new List<SortKey>();
        var entity = Read(query.Expression, typeof(T), keys, out var isBare);
        if (!isBare)
        {
            return [];
        }

        var tie = entity?.FindPrimaryKey() is { } primary
            ? primary.Properties.Select(p => SortKey.OfProperty(typeof(T), p.PropertyInfo, p.Name, p.ClrType)).ToList()
            : entity is null && typeof(T).GetProperty("Id") is { } id ? [SortKey.OfProperty(typeof(T), id, id.Name, id.PropertyType)] : [];
        if (tie.Count == 0)
        {
            return [];
        }

        keys.AddRange(tie.Where(t => !keys.Exists(k => Same(k, t))));
        return keys;
    }

    /// <summary>The entity that the items of a query are, untouched by any selector; null for other queries.</summary>
    public static IEntityType? EntityOf<T>(IQueryable<T> query) => Read(query.Expression, typeof(T), [], out var isBare) is { } entity && isBare ? entity : null;

    /// <summary>The query in an order that a client asked for, nulls where they belong.</summary>
    /// <param name="query">The query; an order of its own is replaced.</param>
    /// <param name="keys">The keys; whether they can be null is not known yet.</param>
    public static IQueryable<T> Sort<T>(IQueryable<T> query, IReadOnlyList<SortKey> keys)
    {
        var entity = EntityOf(query);
        return Apply(query, [.. keys.Select(k => Key(k.Selector, k.IsDescending, entity))], reverse: false);
    }

    /// <summary>The query in an order.</summary>
    /// <param name="query">The query; an order of its own is replaced.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="reverse">True to read from the back.</param>
    public static IQueryable<T> Apply<T>(IQueryable<T> query, IReadOnlyList<SortKey> keys, bool reverse) =>
        query.Provider.CreateQuery<T>(Apply(query.Expression, keys, reverse, QueryMethods.OfQueries, query is EnumerableQuery));

    /// <summary>A list given as expression, in an order.</summary>
    /// <param name="list">The list; an order of its own is replaced.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="reverse">True to read from the back.</param>
    /// <param name="methods">Whose methods sort it.</param>
    /// <param name="inMemory">Whether nothing but C# will sort it.</param>
    public static Expression Apply(Expression list, IReadOnlyList<SortKey> keys, bool reverse, QueryMethods methods, bool inMemory)
    {
        var first = true;
        foreach (var key in keys)
        {
            var descending = key.IsDescending != reverse;
            if (inMemory)
            {
                list = SortInMemory(list, NullGuard.Of(key.Selector), descending, methods, ref first);
                continue;
            }

            if (key.IsNullable)
            {
                var isNull = Expression.Equal(key.Selector.Body, Expression.Constant(null, key.Type));
                var rank = Expression.Lambda(
                    Expression.Condition(isNull, _absent, _present), key.Selector.Parameters);
                list = Sort(list, rank, descending, methods, ref first);
            }

            list = Sort(list, key.Selector, descending, methods, ref first);
        }

        return list;
    }

    private static MethodCallExpression Sort(Expression source, LambdaExpression key, bool descending, QueryMethods methods, ref bool first)
    {
        var name = Method(descending, ref first);
        return methods.Call(name, [key.Parameters[0].Type, key.ReturnType], source, methods.Key(key));
    }

    private static MethodCallExpression SortInMemory(Expression source, LambdaExpression key, bool descending, QueryMethods methods, ref bool first)
    {
        var order = typeof(MemoryOrder<>).MakeGenericType(key.ReturnType).GetProperty(nameof(MemoryOrder<>.Instance))!.GetValue(null);
        var name = Method(descending, ref first);
        return methods.Call(
            name, [key.Parameters[0].Type, key.ReturnType], source, methods.Key(key),
            Expression.Constant(order, typeof(IComparer<>).MakeGenericType(key.ReturnType)));
    }

    private static string Method(bool descending, ref bool first)
    {
        var name = (first ? nameof(Queryable.OrderBy) : nameof(Queryable.ThenBy)) + (descending ? "Descending" : "");
        first = false;
        return name;
    }

    private static bool Same(SortKey one, SortKey other) => one.Selector.Body.ToString() == other.Selector.Body.ToString()
        || (one.OwnProperty is { } a && other.OwnProperty is { } b && a.Name == b.Name);

    // From the outermost call inwards: as long as calls keep items and order, sort keys still count.
    private static IEntityType? Read(Expression expression, Type item, List<SortKey> keys, out bool isBare)
    {
        var sorted = false;
        var collected = new List<(LambdaExpression Key, bool Descending)>();
        isBare = true;
        while (expression is MethodCallExpression { Arguments.Count: > 0 } call)
        {
            if (call.Method.DeclaringType == typeof(Queryable) && call.Method.Name is "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending")
            {
                if (!sorted)
                {
                    var key = (LambdaExpression)((UnaryExpression)call.Arguments[1]).Operand;
                    collected.Insert(0, (key, call.Method.Name.EndsWith("Descending", StringComparison.Ordinal)));
                    sorted = call.Method.Name.StartsWith("OrderBy", StringComparison.Ordinal);
                }
            }
            else if (!KeepsItems(call.Method))
            {
                isBare = false;
                return null;
            }

            expression = call.Arguments[0];
        }

        var entity = (expression as EntityQueryRootExpression)?.EntityType;
        entity = entity?.ClrType == item ? entity : null;
        foreach (var (key, descending) in collected.Where(c => c.Key.Body is not ConstantExpression && !IsRank(c.Key.Body)))
        {
            keys.Add(Key(key, descending, entity));
        }

        return entity;
    }

    private static bool IsRank(Expression key) =>
        key is ConditionalExpression { IfTrue: var first, IfFalse: var second } && first == _absent && second == _present;

    private static bool KeepsItems(MethodInfo method) =>
        method.DeclaringType == typeof(EntityFrameworkQueryableExtensions)
        || method.DeclaringType?.Name == "RelationalQueryableExtensions"
        || (method.DeclaringType == typeof(Queryable) && method.Name is "Where" or "AsQueryable" or "Take" or "Skip");

    // A value behind a reference is null when the reference is, whatever its type says.
    private static SortKey Key(LambdaExpression key, bool descending, IEntityType? entity)
    {
        var isOwn = key.Body is MemberExpression { Expression: ParameterExpression };
        var declared = isOwn ? entity?.FindProperty(((MemberExpression)key.Body).Member.Name) : null;
        if (declared is not null)
        {
            return new SortKey(key, descending, declared.IsNullable);
        }

        var canBeNull = !key.ReturnType.IsValueType || Nullable.GetUnderlyingType(key.ReturnType) is not null;
        if (canBeNull || isOwn || key.Body is not MemberExpression)
        {
            return new SortKey(key, descending, canBeNull);
        }

        var lifted = typeof(Nullable<>).MakeGenericType(key.ReturnType);
        return new SortKey(Expression.Lambda(Expression.Convert(key.Body, lifted), key.Parameters), descending, true);
    }
}
