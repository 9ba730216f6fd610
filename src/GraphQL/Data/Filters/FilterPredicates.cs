using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Ops = Exams.GraphQL.Data.Filters.DefaultFilterOperations;

namespace Exams.GraphQL.Data.Filters;

/// <summary>What each operation means. A bare operation never holds for null, but for <c>eq: null</c>; its negation holds exactly where
/// it does not. So every answer is the same in memory and in every database.</summary>
internal static class FilterPredicates
{
    /// <summary>Most values in one <c>in</c>.</summary>
    public const int MaxValues = 500;

    private static readonly MethodInfo _sameText = typeof(string).GetMethod("op_Equality")!;
    private static readonly MethodInfo _otherText = typeof(string).GetMethod("op_Inequality")!;

    /// <summary>The predicate of an operation.</summary>
    /// <param name="operation">The operation's number.</param>
    /// <param name="member">What is looked at.</param>
    /// <param name="value">The client's value in the member's .NET type, or a list of them.</param>
    public static Expression Make(int operation, Expression member, object? value)
    {
        var negated = operation is < 1024 && operation % 2 == 1;
        var positive = negated ? operation - 1 : operation;
        if (positive == Ops.Equals)
        {
            return Equal(member, value, negated);
        }

        if (positive == Ops.In)
        {
            var contains = Contained(member, (IEnumerable?)value ?? throw NullRefused(operation));
            return negated ? Expression.Not(contains) : contains;
        }

        if (value is null)
        {
            throw NullRefused(operation);
        }

        return positive switch
        {
            Ops.GreaterThan => Compare(ExpressionType.GreaterThan, member, value, negated),
            Ops.GreaterThanOrEquals => Compare(ExpressionType.GreaterThanOrEqual, member, value, negated),
            Ops.LowerThan => Compare(ExpressionType.LessThan, member, value, negated),
            Ops.LowerThanOrEquals => Compare(ExpressionType.LessThanOrEqual, member, value, negated),
            _ => Guarded(member, TextPredicates.Make(positive, member, (string)value), negated),
        };
    }

    /// <summary>Whether an expression can be null.</summary>
    public static bool CanBeNull(Expression member) => !member.Type.IsValueType || Nullable.GetUnderlyingType(member.Type) is not null;

    private static Expression Equal(Expression member, object? value, bool negated)
    {
        if (value is null)
        {
            return CanBeNull(member)
                ? Expression.MakeBinary(negated ? ExpressionType.NotEqual : ExpressionType.Equal, member, Expression.Constant(null, member.Type))
                : Expression.Constant(negated);
        }

        return Equality(negated ? ExpressionType.NotEqual : ExpressionType.Equal, member, QueryValue.Of(member.Type, value));
    }

    // Operators where the type has them, because databases know those; all vocabulary types do.
    private static BinaryExpression Equality(ExpressionType kind, Expression left, Expression right)
    {
        try
        {
            // Looking for the operators of text takes longer than all the rest.
            return left.Type == typeof(string)
                ? Expression.MakeBinary(kind, left, right, liftToNull: false, kind == ExpressionType.Equal ? _sameText : _otherText)
                : Expression.MakeBinary(kind, left, right);
        }
        catch (InvalidOperationException)
        {
            return Comparisons.Make(kind, left, right);
        }
    }

    private static MethodCallExpression Contained(Expression member, IEnumerable values)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(member.Type))!;
        foreach (var value in values)
        {
            if (list.Count == MaxValues)
            {
                throw new GraphQLException(ErrorBuilder.New()
                    .SetMessage($"A filter may name at most {MaxValues} values.").SetCode("FILTER_TOO_LARGE").Build());
            }

            if (value is not null || CanBeNull(member))
            {
                list.Add(value);
            }
        }

        return Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Contains), [member.Type],
            QueryValue.Of(typeof(IEnumerable<>).MakeGenericType(member.Type), list), member);
    }

    private static BinaryExpression Compare(ExpressionType kind, Expression member, object value, bool negated)
    {
        var opposite = kind switch
        {
            ExpressionType.GreaterThan => ExpressionType.LessThanOrEqual,
            ExpressionType.GreaterThanOrEqual => ExpressionType.LessThan,
            ExpressionType.LessThan => ExpressionType.GreaterThanOrEqual,
            _ => ExpressionType.GreaterThan,
        };
        var compared = Comparisons.Make(negated ? opposite : kind, member, QueryValue.Of(member.Type, value));
        return negated && CanBeNull(member) ? Expression.OrElse(IsNull(member), compared) : compared;
    }

    private static Expression Guarded(Expression member, Expression predicate, bool negated)
    {
        if (negated)
        {
            predicate = Expression.Not(predicate);
            return CanBeNull(member) ? Expression.OrElse(IsNull(member), predicate) : predicate;
        }

        return CanBeNull(member) ? Expression.AndAlso(Expression.Not(IsNull(member)), predicate) : predicate;
    }

    private static BinaryExpression IsNull(Expression member) => Expression.Equal(member, Expression.Constant(null, member.Type));

    private static GraphQLException NullRefused(int operation) => new(ErrorBuilder.New()
        .SetMessage($"The provided value for filter `{FilterOperations.Name(operation)}` is invalid. Null values are not supported.")
        .SetCode("HC0026")
        .Build());
}
