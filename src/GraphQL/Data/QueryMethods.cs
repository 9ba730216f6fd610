using System.Linq.Expressions;
using System.Reflection;

namespace Exams.GraphQL.Data;

/// <summary>The methods that sort and cut lists, found once: looking for them by name costs more than the rest of a query.</summary>
/// <param name="declaring"><see cref="Queryable"/> or <see cref="Enumerable"/>.</param>
internal sealed class QueryMethods(Type declaring)
{
    private readonly Dictionary<(string Name, int Parameters), MethodInfo> _known = declaring
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(m => m.Name is "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Take" or "Skip")
        .Where(m => m.GetParameters()[^1].ParameterType != typeof(Range))
        .ToDictionary(m => (m.Name, m.GetParameters().Length));

    /// <summary>Those over queries.</summary>
    public static QueryMethods OfQueries { get; } = new(typeof(Queryable));

    /// <summary>Those over lists inside a query.</summary>
    public static QueryMethods OfLists { get; } = new(typeof(Enumerable));

    /// <summary>A key as these methods take it.</summary>
    /// <param name="key">From item to key.</param>
    public Expression Key(LambdaExpression key) => declaring == typeof(Queryable) ? Expression.Quote(key) : key;

    /// <summary>A call.</summary>
    /// <param name="name">The method.</param>
    /// <param name="types">Its type arguments.</param>
    /// <param name="arguments">Its arguments.</param>
    public MethodCallExpression Call(string name, Type[] types, params Expression[] arguments) =>
        Expression.Call(_known[(name, arguments.Length)].MakeGenericMethod(types), arguments);
}
