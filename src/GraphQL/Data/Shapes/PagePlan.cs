using System.Collections.Concurrent;
using Exams.GraphQL.Data.Paging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Exams.GraphQL.Data.Shapes;

/// <summary>How queries of one shape are paged: in which order, and by which compiled statements. Kept with the database model, so that
/// what was compiled for one model, with its filters, never answers for another; whoever asks is a parameter, as are all values.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal sealed class PagePlan<T>
{
    /// <summary>Most shapes that a model keeps ready, twice over.</summary>
    public const int MaxShapes = 256;

    /// <summary>Most ways to page lists of one shape that are kept ready. Others are asked like any query.</summary>
    public const int MaxForms = 16;

    private const string Name = "Exams.GraphQL.Data:Shapes";

    private readonly QueryShape _shape;
    private readonly ConcurrentDictionary<PageForm, PageQuery<T>> _forms = new();

    private PagePlan(IQueryable<T> query, QueryShape shape)
    {
        _shape = shape with { Values = [] };
        Order = PageOrder<T>.Of(query.Provider.CreateQuery<T>(shape.Query)).Order;
    }

    /// <summary>The order.</summary>
    public PageOrder<T> Order { get; }

    /// <summary>The plan of a query's shape.</summary>
    /// <param name="db">The context that the query is of.</param>
    /// <param name="query">The query.</param>
    /// <param name="shape">Its shape.</param>
    public static PagePlan<T> Of(DbContext db, IQueryable<T> query, QueryShape shape)
    {
        var known = Known(db);
        var key = db.GetService<ICompiledQueryCacheKeyGenerator>().GenerateCacheKey(shape.Query, async: true);
        if (!known.TryFind(key, out var plan))
        {
            known.Add(key, plan = new PagePlan<T>(query, shape));
        }

        return (PagePlan<T>)plan;
    }

    /// <summary>All plans of a context's model.</summary>
    /// <param name="db">The context.</param>
    public static ShapeCache<object> Known(DbContext db) =>
        db.Model.GetOrAddRuntimeAnnotationValue(Name, static _ => new ShapeCache<object>(MaxShapes), Name);

    /// <summary>The statement that pages so; null when too many others are kept.</summary>
    /// <param name="db">The context that is asked.</param>
    /// <param name="query">The query.</param>
    /// <param name="cut">How to page.</param>
    public PageQuery<T>? Find(DbContext db, IQueryable<T> query, PageCut<T> cut)
    {
        var form = PageForm.Of(cut);
        return _forms.TryGetValue(form, out var found) ? found
            : _forms.Count < MaxForms ? _forms.GetOrAdd(form, Compile(db, query, cut))
            : null;
    }

    private PageQuery<T> Compile(DbContext db, IQueryable<T> query, PageCut<T> cut)
    {
        var list = PageOrder<T>.Of(query.Provider.CreateQuery<T>(_shape.Query)).Bare;
        var rows = new PageStatement<T>(cut, (name, type, _) => new QueryParameterExpression(name, type)).Rows(list);
        return new PageQuery<T>(db.GetService<IDatabase>().CompileQuery<IAsyncEnumerable<PageRow<T>>>(rows.Expression, async: true));
    }
}

/// <summary>What makes statements over one shape differ from each other, besides values.</summary>
/// <param name="IsBackward">Whether rows are read from the back.</param>
/// <param name="IncludesTotal">Whether the whole list is counted.</param>
/// <param name="IncludesOutside">Whether it matters what lies outside the places.</param>
/// <param name="After">Which values of the place before the page are null, bit by bit; null for no place.</param>
/// <param name="Before">Which values of the place behind the page are null, bit by bit; null for no place.</param>
internal readonly record struct PageForm(bool IsBackward, bool IncludesTotal, bool IncludesOutside, ulong? After, ulong? Before)
{
    /// <summary>The form of a page.</summary>
    public static PageForm Of<T>(PageCut<T> cut) =>
        new(cut.IsBackward, cut.IncludesTotal, cut.IncludesOutside, Nulls(cut.After), Nulls(cut.Before));

    private static ulong? Nulls(IReadOnlyList<object?>? place)
    {
        ulong? nulls = place is null ? null : 0;
        for (var i = 0; i < place?.Count; i++)
        {
            nulls |= place[i] is null ? 1UL << i : 0;
        }

        return nulls;
    }
}

/// <summary>A compiled statement of a page.</summary>
/// <typeparam name="T">The item's type.</typeparam>
/// <param name="compiled">Runs it.</param>
internal sealed class PageQuery<T>(Func<QueryContext, IAsyncEnumerable<PageRow<T>>> compiled)
{
    /// <summary>Reads the page's rows.</summary>
    /// <param name="db">The context that is asked, with its caller.</param>
    /// <param name="shape">Holds the query's values.</param>
    /// <param name="cut">Holds the page's values.</param>
    /// <param name="aborted">Ends with the request.</param>
    public async ValueTask<List<PageRow<T>>> ReadAsync(DbContext db, QueryShape shape, PageCut<T> cut, CancellationToken aborted)
    {
        var asked = db.GetService<IQueryContextFactory>().Create();
        asked.CancellationToken = aborted;
        for (var i = 0; i < shape.Values.Count; i++)
        {
            asked.Parameters.Add(QueryShape.NameOf(i), shape.Values[i]);
        }

        foreach (var (name, value) in PageStatement<T>.Values(cut))
        {
            asked.Parameters.Add(name, value);
        }

        var rows = new List<PageRow<T>>();
        await foreach (var row in compiled(asked).WithCancellation(aborted))
        {
            rows.Add(row);
        }

        return rows;
    }
}
