using System.Linq.Expressions;
using Exams.GraphQL.Data.Paging;

namespace Exams.GraphQL.Data.Sorting;

/// <summary>An order: by the first key, then by the next. Nulls are smallest, on every database.</summary>
/// <typeparam name="T">The .NET type that is sorted.</typeparam>
public sealed class SortDefinition<T> : IEquatable<SortDefinition<T>>
{
    /// <summary>Most sort keys of one request.</summary>
    internal const int MaxKeys = 16;

    /// <summary>An order.</summary>
    /// <param name="keys">The keys, most important first.</param>
    internal SortDefinition(IReadOnlyList<SortKey> keys) => Keys = keys;

    /// <summary>The keys, most important first.</summary>
    internal IReadOnlyList<SortKey> Keys { get; }

    /// <inheritdoc/>
    public bool Equals(SortDefinition<T>? other) =>
        other is not null && Keys.Select(k => k.Signature).SequenceEqual(other.Keys.Select(k => k.Signature));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SortDefinition<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => Keys.Count;

    /// <summary>The order that a client's values of <c>order</c> mean.</summary>
    /// <param name="given">The values; null for none.</param>
    /// <returns>The order; null for the list's own.</returns>
    /// <exception cref="GraphQLException"><c>SORT_TOO_LARGE</c>.</exception>
    internal static SortDefinition<T>? Of(System.Collections.IEnumerable? given)
    {
        var item = Expression.Parameter(typeof(T), "x");
        var keys = (given?.OfType<SortValue>() ?? []).SelectMany(v => v.Keys(item, item)).Take(MaxKeys + 1)
            .Select(k => new SortKey(k.Key, k.Descending, false)).ToList();
        if (keys.Count > MaxKeys)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"A list may be sorted by at most {MaxKeys} keys.").SetCode("SORT_TOO_LARGE").Build());
        }

        return keys.Count == 0 ? null : new SortDefinition<T>(keys);
    }

    /// <summary>A query in this order.</summary>
    internal IQueryable<T> Apply(IQueryable<T> query) => QueryOrder.Sort(query, Keys);
}
