using System.Linq.Expressions;

namespace Exams.GraphQL.Data.Paging;

/// <summary>Cuts a page from each of many lists, in one statement: rows are numbered inside their list, and the same statement counts
/// what lies outside the pages.</summary>
/// <typeparam name="TKey">What tells the lists apart.</typeparam>
/// <typeparam name="T">The item's type.</typeparam>
/// <param name="query">All items of all lists.</param>
/// <param name="key">From item to its list's key.</param>
/// <param name="cut">Where pages begin and end.</param>
/// <param name="request">What the client asked.</param>
internal sealed class BatchPage<TKey, T>(IQueryable<T> query, Expression<Func<T, TKey>> key, PageCut<T> cut, PagingArguments request)
    where TKey : notnull
{
    private readonly PageStatement<T> _statement = new(cut);

    /// <summary>Reads the pages; lists without any item are missing.</summary>
    public async ValueTask<Dictionary<TKey, Page<T>>> ReadAsync(CancellationToken aborted)
    {
        var lists = await QueryRows.Of(query.GroupBy(key).Select(Row()), aborted);
        var pages = new Dictionary<TKey, Page<T>>(lists.Count);
        foreach (var list in lists)
        {
            var connection = cut.Connect(list.Rows, list.Total, list.Earlier > 0, list.Later > 0);
            pages.Add(list.Key, new Page<T>(connection, request.IncludeTotalCount ? list.Total : null));
        }

        return pages;
    }

    private Expression<Func<IGrouping<TKey, T>, BatchRow>> Row()
    {
        var group = Expression.Parameter(typeof(IGrouping<TKey, T>), "g");
        var members = new List<MemberBinding>
        {
            Bind(nameof(BatchRow.Key), Expression.Property(group, nameof(IGrouping<,>.Key))),
            Bind(nameof(BatchRow.Rows), Rows(group)),
        };
        if (request.IncludeTotalCount)
        {
            members.Add(Bind(nameof(BatchRow.Total), Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(T)], group)));
        }

        if (_statement.Earlier is not null)
        {
            members.Add(Bind(nameof(BatchRow.Earlier), Count(group, _statement.Earlier)));
        }

        if (_statement.Later is not null)
        {
            members.Add(Bind(nameof(BatchRow.Later), Count(group, _statement.Later)));
        }

        return Expression.Lambda<Func<IGrouping<TKey, T>, BatchRow>>(Expression.MemberInit(Expression.New(typeof(BatchRow)), members), group);
    }

    private MethodCallExpression Rows(Expression group)
    {
        var list = _statement.Within.Aggregate(group, (rows, within) => Call(nameof(Enumerable.Where), [typeof(T)], rows, within));
        list = QueryOrder.Apply(list, cut.Order.Keys, cut.IsBackward, QueryMethods.OfLists, query is EnumerableQuery);
        list = QueryMethods.OfLists.Call(nameof(Enumerable.Take), [typeof(T)], list, _statement.Limit);
        var item = Expression.Parameter(typeof(T), "x");
        var row = Expression.Lambda<Func<T, PageRow<T>>>(Expression.MemberInit(Expression.New(typeof(PageRow<T>)), _statement.RowMembers(item)), item);
        return Call(nameof(Enumerable.ToList), [typeof(PageRow<T>)], Call(nameof(Enumerable.Select), [typeof(T), typeof(PageRow<T>)], list, row));
    }

    private static MethodCallExpression Count(Expression group, Expression<Func<T, bool>> predicate) =>
        Call(nameof(Enumerable.Count), [typeof(T)], group, predicate);

    private static MethodCallExpression Call(string method, Type[] types, params Expression[] arguments) =>
        Expression.Call(typeof(Enumerable), method, types, arguments);

    private static MemberAssignment Bind(string member, Expression value) => Expression.Bind(typeof(BatchRow).GetProperty(member)!, value);

    /// <summary>One list's rows with what else was asked of it.</summary>
    private sealed class BatchRow
    {
        /// <summary>The list's key.</summary>
        public required TKey Key { get; init; }

        /// <summary>Rows of its page and one more.</summary>
        public required List<PageRow<T>> Rows { get; init; }

        /// <summary>How many items it has.</summary>
        public int Total { get; init; }

        /// <summary>How many stand at or before <c>after</c>.</summary>
        public int Earlier { get; init; }

        /// <summary>How many stand at or behind <c>before</c>.</summary>
        public int Later { get; init; }
    }
}
