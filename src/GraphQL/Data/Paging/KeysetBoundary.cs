using System.Linq.Expressions;

namespace Exams.GraphQL.Data.Paging;

/// <summary>Which items stand before or behind a place in the order. The place is a value for each key.</summary>
internal static class KeysetBoundary
{
    /// <summary>Items strictly behind the place, or strictly before it; the place itself too when it counts.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="values">The place: an expression in each key's type, or null for a null.</param>
    /// <param name="behind">Whether items behind it are meant.</param>
    /// <param name="inclusive">Whether the place itself counts.</param>
    public static Expression<Func<T, bool>> Of<T>(IReadOnlyList<SortKey> keys, IReadOnlyList<Expression?> values, bool behind, bool inclusive)
    {
        var item = Expression.Parameter(typeof(T), "x");
        Expression? body = inclusive ? Expression.Constant(true) : null;
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var key = keys[i].Of(item);
            var larger = behind != keys[i].IsDescending;
            var beyond = larger ? Larger(keys[i], key, values[i]) : Smaller(keys[i], key, values[i]);
            body = body is null ? beyond : Expression.OrElse(beyond, Expression.AndAlso(Equal(keys[i], key, values[i]), body));
        }

        // The first key bounds the range by itself, which lets the database begin reading at the right place of an index.
        if (keys.Count > 1 && !keys[0].IsNullable && values[0] is not null)
        {
            var bound = behind != keys[0].IsDescending ? ExpressionType.GreaterThanOrEqual : ExpressionType.LessThanOrEqual;
            body = Expression.AndAlso(Comparisons.Make(bound, keys[0].Of(item), values[0]!), body!);
        }

        return Expression.Lambda<Func<T, bool>>(body!, item);
    }

    private static BinaryExpression Larger(SortKey key, Expression left, Expression? value) => value is null
        ? Expression.NotEqual(left, Expression.Constant(null, key.Type))
        : Comparisons.Make(ExpressionType.GreaterThan, left, value);

    private static Expression Smaller(SortKey key, Expression left, Expression? value)
    {
        if (value is null)
        {
            return Expression.Constant(false);
        }

        var smaller = Comparisons.Make(ExpressionType.LessThan, left, value);
        return key.IsNullable ? Expression.OrElse(Expression.Equal(left, Expression.Constant(null, key.Type)), smaller) : smaller;
    }

    private static BinaryExpression Equal(SortKey key, Expression left, Expression? value) => value is null
        ? Expression.Equal(left, Expression.Constant(null, key.Type))
        : Comparisons.Make(ExpressionType.Equal, left, value);
}
