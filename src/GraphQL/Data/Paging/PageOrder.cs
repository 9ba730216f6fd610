using System.Linq.Expressions;
using Exams.GraphQL.Data.Projections;
using Exams.GraphQL.Types.Relay;

namespace Exams.GraphQL.Data.Paging;

/// <summary>In which order a query's items are paged, and what is read of each. The same for all queries of one shape.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal sealed class PageOrder<T>
{
    private readonly Lazy<KeysetCursor> _cursors;
    private readonly Lazy<Func<T, object?[]>> _read;

    /// <summary>An order.</summary>
    /// <param name="keys">The sort keys, a unique one last; empty when no unique order is known.</param>
    /// <param name="selector">Fills items in part; null for whole ones.</param>
    public PageOrder(IReadOnlyList<SortKey> keys, Expression<Func<T, T>>? selector)
    {
        (Keys, Selector) = (keys, selector);
        _cursors = new Lazy<KeysetCursor>(() => new KeysetCursor(keys));
        _read = new Lazy<Func<T, object?[]>>(() => KeyReader<T>.For(keys));
        ReadsKeys = keys.Any(k => k.OwnProperty is not { } own || (selector is not null && !Projection.Fills(selector, own)));
    }

    /// <summary>The sort keys, a unique one last; empty when no unique order is known.</summary>
    public IReadOnlyList<SortKey> Keys { get; }

    /// <summary>Fills items in part; null for whole ones.</summary>
    public Expression<Func<T, T>>? Selector { get; }

    /// <summary>Whether sort keys must be read beside the item, because it does not carry them.</summary>
    public bool ReadsKeys { get; }

    /// <summary>Cursors of this order.</summary>
    public KeysetCursor Cursors => _cursors.Value;

    /// <summary>The cursor of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="mask">Hides keys that are <see cref="long"/>; null when they stand there as they are.</param>
    public string CursorOf(PageRow<T> row, IKeyMask? mask) => Cursors.Write(row.Keys ?? _read.Value(row.Item), mask);

    /// <summary>The order of a query, and the query without the selector that may end it.</summary>
    /// <param name="query">The query.</param>
    public static (PageOrder<T> Order, IQueryable<T> Bare) Of(IQueryable<T> query)
    {
        var (bare, selector) = Projection.Split(query);
        return (new PageOrder<T>(QueryOrder.Of(bare), selector), bare);
    }
}
