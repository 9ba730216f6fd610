using System.Linq.Expressions;
using System.Reflection;

namespace Exams.GraphQL.Data;

/// <summary>A client's value inside a query. It hides behind a property, so that the database gets a parameter and one plan serves
/// all values.</summary>
internal static class QueryValue
{
    /// <summary>The value as expression of a type.</summary>
    public static Expression Of(Type type, object? value) =>
        ((IHolder)Activator.CreateInstance(typeof(Holder<>).MakeGenericType(type))!).Hold(value);

    /// <summary>At most so many items of a query, as a parameter of its statement.</summary>
    public static IQueryable<T> Limit<T>(IQueryable<T> query, int count) => Limit(query, Of(typeof(int), count));

    /// <summary>At most so many items of a query.</summary>
    public static IQueryable<T> Limit<T>(IQueryable<T> query, Expression count) => Cut(query, nameof(Queryable.Take), count);

    /// <summary>A query without its first items, as a parameter of its statement.</summary>
    public static IQueryable<T> From<T>(IQueryable<T> query, int start) => Cut(query, nameof(Queryable.Skip), Of(typeof(int), start));

    private static IQueryable<T> Cut<T>(IQueryable<T> query, string method, Expression count) => query.Provider.CreateQuery<T>(
        QueryMethods.OfQueries.Call(method, [typeof(T)], query.Expression, count));

    /// <summary>Where a value hides.</summary>
    internal interface IHolder
    {
        /// <summary>The value.</summary>
        object? Boxed { get; }

        /// <summary>Hides a value; once.</summary>
        /// <param name="value">The value.</param>
        /// <returns>The value as expression.</returns>
        Expression Hold(object? value);
    }

    private sealed class Holder<T> : IHolder
    {
        private static readonly PropertyInfo _property = typeof(Holder<T>).GetProperty(nameof(Value))!;

        public T? Value { get; private set; }

        public object? Boxed => Value;

        public Expression Hold(object? value)
        {
            Value = (T?)value;
            return Expression.Property(Expression.Constant(this), _property);
        }
    }
}
