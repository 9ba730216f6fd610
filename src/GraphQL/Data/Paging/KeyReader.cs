using System.Linq.Expressions;

namespace Exams.GraphQL.Data.Paging;

/// <summary>Reads sort keys from an item in memory.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal static class KeyReader<T>
{
    /// <summary>The reader for some keys; interpreted, because it serves one page.</summary>
    public static Func<T, object?[]> For(IReadOnlyList<SortKey> keys)
    {
        var properties = keys.Select(k => k.OwnProperty).ToArray();
        if (properties.All(p => p is not null))
        {
            return item => Array.ConvertAll(properties, p => p!.GetValue(item));
        }

        var parameter = Expression.Parameter(typeof(T), "x");
        var values = Expression.NewArrayInit(typeof(object), keys.Select(k => Expression.Convert(k.Of(parameter), typeof(object))));
        return Expression.Lambda<Func<T, object?[]>>(values, parameter).Compile(preferInterpretation: true);
    }
}
