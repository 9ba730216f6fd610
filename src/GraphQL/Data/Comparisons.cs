using System.Linq.Expressions;
using System.Reflection;

namespace Exams.GraphQL.Data;

/// <summary>Comparisons of any type, also of those that C# has no operators for: in memory by <see cref="MemoryOrder{T}"/>, in the database by
/// the column.</summary>
internal static class Comparisons
{
    /// <summary>A comparison.</summary>
    /// <param name="operation">Which one.</param>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side, of the same type.</param>
    public static BinaryExpression Make(ExpressionType operation, Expression left, Expression right)
    {
        var type = Nullable.GetUnderlyingType(left.Type) ?? left.Type;
        return Expression.MakeBinary(operation, left, right, liftToNull: false, HasOperators(type) ? null : Method(operation, type));
    }

    // Whole numbers and the like; everything else, strings and enums too, compares by a method that the database never sees.
    private static bool HasOperators(Type type) =>
        (type.IsPrimitive && type != typeof(bool)) || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(DateTimeOffset)
        || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan);

    private static MethodInfo Method(ExpressionType operation, Type type)
    {
        var name = operation switch
        {
            ExpressionType.GreaterThan => nameof(GreaterThan),
            ExpressionType.GreaterThanOrEqual => nameof(GreaterThanOrEqual),
            ExpressionType.LessThan => nameof(LessThan),
            ExpressionType.LessThanOrEqual => nameof(LessThanOrEqual),
            ExpressionType.NotEqual => nameof(NotEqual),
            _ => nameof(Equal),
        };
        return typeof(Comparisons).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
    }

    private static bool GreaterThan<T>(T left, T right) => MemoryOrder<T>.Instance.Compare(left, right) > 0;

    private static bool GreaterThanOrEqual<T>(T left, T right) => MemoryOrder<T>.Instance.Compare(left, right) >= 0;

    private static bool LessThan<T>(T left, T right) => MemoryOrder<T>.Instance.Compare(left, right) < 0;

    private static bool LessThanOrEqual<T>(T left, T right) => MemoryOrder<T>.Instance.Compare(left, right) <= 0;

    private static bool Equal<T>(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);

    private static bool NotEqual<T>(T left, T right) => !EqualityComparer<T>.Default.Equals(left, right);
}
