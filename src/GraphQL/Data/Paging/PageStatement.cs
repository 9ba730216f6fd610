using System.Linq.Expressions;

namespace Exams.GraphQL.Data.Paging;

/// <summary>A page as part of a query: which rows, in which order, how many, and what is read of each.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal sealed class PageStatement<T>
{
    private readonly PageCut<T> _cut;
    private readonly Func<string, Type, object?, Expression> _value;

    /// <summary>A page's statement.</summary>
    /// <param name="cut">Where the page begins and ends.</param>
    /// <param name="value">How a value stands in the query: its name, unique in the statement, its type, itself.</param>
    public PageStatement(PageCut<T> cut, Func<string, Type, object?, Expression> value)
    {
        (_cut, _value) = (cut, value);
        var (after, before) = (Place("after", cut.After), Place("before", cut.Before));
        Within = [.. Boundary(after, behind: true, inclusive: false), .. Boundary(before, behind: false, inclusive: false)];
        Earlier = cut.IncludesOutside ? Boundary(after, behind: false, inclusive: true).FirstOrDefault() : null;
        Later = cut.IncludesOutside ? Boundary(before, behind: true, inclusive: true).FirstOrDefault() : null;
        Limit = value("limit", typeof(int), cut.Limit);
    }

    /// <summary>A page's statement, its values in it.</summary>
    /// <param name="cut">Where the page begins and ends.</param>
    public PageStatement(PageCut<T> cut) : this(cut, (_, type, value) => QueryValue.Of(type, value))
    {
    }

    /// <summary>What items of the page fulfil.</summary>
    public IReadOnlyList<Expression<Func<T, bool>>> Within { get; }

    /// <summary>What items at or before <c>after</c> fulfil; null when nobody asks for them.</summary>
    public Expression<Func<T, bool>>? Earlier { get; }

    /// <summary>What items at or behind <c>before</c> fulfil; null when nobody asks for them.</summary>
    public Expression<Func<T, bool>>? Later { get; }

    /// <summary>How many rows are read.</summary>
    public Expression Limit { get; }

    /// <summary>Names and values of what the statement takes, where values stand as parameters.</summary>
    /// <param name="cut">Where a page begins and ends.</param>
    public static IEnumerable<(string Name, object? Value)> Values(PageCut<T> cut) =>
    [
        .. (cut.After ?? []).Select((value, i) => ($"after{i}", value)),
        .. (cut.Before ?? []).Select((value, i) => ($"before{i}", value)),
        ("limit", cut.Limit),
    ];

    /// <summary>The page's rows.</summary>
    /// <param name="list">All items of the list.</param>
    public IQueryable<PageRow<T>> Rows(IQueryable<T> list)
    {
        var range = Within.Aggregate(list, (range, within) => range.Where(within));
        var ordered = QueryOrder.Apply(range, _cut.Order.Keys, _cut.IsBackward);
        var item = Expression.Parameter(typeof(T), "x");
        var members = RowMembers(item).ToList();
        if (_cut.IncludesTotal)
        {
            members.Add(Bind(nameof(PageRow<>.Total), Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(T)], list.Expression)));
        }

        if (Earlier is not null)
        {
            members.Add(Bind(nameof(PageRow<>.HasEarlier), Exists(list, Earlier)));
        }

        if (Later is not null)
        {
            members.Add(Bind(nameof(PageRow<>.HasLater), Exists(list, Later)));
        }

        var row = Expression.MemberInit(Expression.New(typeof(PageRow<T>)), members);
        return QueryValue.Limit(ordered, Limit).Select(Expression.Lambda<Func<T, PageRow<T>>>(row, item));
    }

    /// <summary>An item with its keys where it does not carry them itself.</summary>
    /// <param name="item">The item.</param>
    public IEnumerable<MemberBinding> RowMembers(Expression item)
    {
        var whole = _cut.Order.Selector is { } selector ? new Replacement(selector.Parameters[0], item).Visit(selector.Body) : item;
        yield return Bind(nameof(PageRow<>.Item), whole);
        if (_cut.Order.ReadsKeys)
        {
            var keys = _cut.Order.Keys.Select(k => Expression.Convert(k.Of(item), typeof(object)));
            yield return Bind(nameof(PageRow<>.Keys), Expression.NewArrayInit(typeof(object), keys));
        }
    }

    private Expression?[]? Place(string name, IReadOnlyList<object?>? values) =>
        values?.Select((value, i) => value is null ? null : _value($"{name}{i}", _cut.Order.Keys[i].Type, value)).ToArray();

    private IEnumerable<Expression<Func<T, bool>>> Boundary(Expression?[]? place, bool behind, bool inclusive) =>
        place is null ? [] : [KeysetBoundary.Of<T>(_cut.Order.Keys, place, behind, inclusive)];

    private static MethodCallExpression Exists(IQueryable<T> list, Expression<Func<T, bool>> predicate) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Any), [typeof(T)], list.Expression, Expression.Quote(predicate));

    private static MemberAssignment Bind(string member, Expression value) => Expression.Bind(typeof(PageRow<T>).GetProperty(member)!, value);
}
