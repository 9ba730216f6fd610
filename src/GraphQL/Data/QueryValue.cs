using System.Linq.Expressions;

namespace Exams.GraphQL.Data;

/// <summary>A client's value inside a query. It hides behind a property, so that the database gets a parameter and one plan serves
/// all values.</summary>
internal static class QueryValue
{
    /// <summary>The value as expression of a type.</summary>
    public static Expression Of(Type type, object? value)
    {
        var holder = Activator.CreateInstance(typeof(Holder<>).MakeGenericType(type), value);
        return Expression.Property(Expression.Constant(holder), nameof(Holder<>.Value));
    }

    private sealed class Holder<T>(T value)
    {
        public T Value { get; } = value;
    }
}
