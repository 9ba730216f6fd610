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

    /// <summary>At most so many items of a query, as a parameter of its statement.</summary>
    public static IQueryable<T> Limit<T>(IQueryable<T> query, int count) => Cut(query, nameof(Queryable.Take), count);

    /// <summary>A query without its first items, as a parameter of its statement.</summary>
    public static IQueryable<T> From<T>(IQueryable<T> query, int start) => Cut(query, nameof(Queryable.Skip), start);

    private static IQueryable<T> Cut<T>(IQueryable<T> query, string method, int count) => query.Provider.CreateQuery<T>(
        QueryMethods.OfQueries.Call(method, [typeof(T)], query.Expression, Of(typeof(int), count)));

    private sealed class Holder<T>(T value)
    {
        public T Value { get; } = value;
    }
}
