using System.Linq.Expressions;
using Exams.GraphQL.Data;
using Exams.GraphQL.Data.Paging;
using Exams.GraphQL.Data.Shapes;
using Exams.GraphQL.Types.Pagination;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Exams.GraphQL.Tests.Data;

/// <summary>What two queries have in common that differ in values only.</summary>
public sealed class QueryShapeTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly DbContextOptions<Shop> _options;

    public QueryShapeTests()
    {
        _connection.Open();
        _options = new DbContextOptionsBuilder<Shop>().UseSqlite(_connection).Options;
        using var db = Open(1);
        db.Database.EnsureCreated();
        db.Things.AddRange(Enumerable.Range(1, 20).Select(i => new Thing { Id = i, Owner = i % 2, Name = $"n{i}", Since = i }));
        db.SaveChanges();
    }

    [Fact]
    public void Queries_that_differ_in_values_have_one_shape()
    {
        using var db = Open(1);
        QueryShape Shape(int from, string name) =>
            QueryShape.Of(db.Things.AsNoTracking().Where(t => t.Since >= from && t.Name != name).OrderBy(t => t.Name).Expression)!;
        var (one, other) = (Shape(3, "a"), Shape(4, "b"));

        ExpressionEqualityComparer.Instance.Equals(one.Query, other.Query).Should().BeTrue();
        one.Values.Should().Equal(3, "a");
        other.Values.Should().Equal(4, "b");
    }

    [Fact]
    public void Another_member_another_operation_another_order_is_another_shape()
    {
        using var db = Open(1);
        var limit = 3;
        IQueryable<Thing>[] different =
        [
            db.Things, db.Things.Where(t => t.Since > limit), db.Things.Where(t => t.Since >= limit), db.Things.Where(t => t.Owner > limit),
            db.Things.Where(t => t.Since > 3), db.Things.Where(t => t.Since > 4), db.Things.OrderBy(t => t.Name), db.Things.OrderByDescending(t => t.Name),
        ];

        different.Select(q => QueryShape.Of(q.Expression)!.Query).Distinct(ExpressionEqualityComparer.Instance).Should().HaveCount(different.Length);
    }

    [Fact]
    public void A_value_keeps_its_type_where_it_is_widened()
    {
        using var db = Open(1);
        int? owner = 1;
        var one = 1;

        QueryShape.Of(db.Things.Where(t => t.Owner == owner).Expression)!.Values.Should().Equal(1);
        QueryShape.Of(db.Things.Where(t => (int?)t.Owner == one).Expression)!.Values.Should().Equal(1);
        QueryShape.Of(db.Things.Where(QueryOf(t => t.Name, "x")).Expression)!.Values.Should().Equal("x");
    }

    [Fact]
    public void What_is_computed_of_values_inside_a_query_has_no_shape()
    {
        using var db = Open(1);
        var (from, names, other) = (3, new List<string> { "a" }, db.Things);
        var inside = new { Names = names };

        Unknown(db.Things.Where(t => t.Since > from + 1));
        Unknown(db.Things.Where(t => t.Since > Math.Abs(from)));
        Unknown(db.Things.Where(t => t.Name == names[0]));
        Unknown(db.Things.Where(t => from > 2 || t.Since > from));
        Unknown(db.Things.Where(t => other.Any(o => o.Id == t.Since)));
        Unknown(db.Things.Where(t => db.Things.Any(o => o.Id == t.Since)));
        QueryShape.Of(db.Things.Where(t => inside.Names.Contains(t.Name)).Expression)!.Values.Should().ContainSingle().Which.Should().BeSameAs(names);

        static void Unknown(IQueryable query) => QueryShape.Of(query.Expression).Should().BeNull(query.Expression.ToString());
    }

    [Fact]
    public void A_shape_holds_nothing_of_whoever_asked()
    {
        using var db = Open(1);
        var mine = "a secret";
        var shape = QueryShape.Of(db.Things.Where(t => t.Name == mine).Expression)!;
        var held = new Holdings();
        held.Visit(shape.Query);

        held.Constants.Should().BeEmpty();
        held.Roots.Should().ContainSingle().Which.QueryProvider.Should().BeNull();
    }

    [Fact]
    public async Task One_compiled_statement_answers_each_caller_with_its_own_rows()
    {
        int? known = null;
        for (var turn = 0; turn < 3; turn++)
        {
            foreach (var owner in new[] { 1, 0 })
            {
                await using var db = Open(owner, until: 10 + turn);
                var page = await ReadAsync(db, db.Things.AsNoTracking().OrderBy(t => t.Name), new PagingArguments(first: 20, includeTotalCount: true));

                var own = Enumerable.Range(1, 10 + turn).Where(i => i % 2 == owner).Select(i => $"n{i}").Order(StringComparer.Ordinal).ToList();
                page.Edges.Select(e => e.Node.Name).Should().Equal(own);
                page.TotalCount.Should().Be(own.Count);
                Known(db).Count.Should().Be(known ??= Known(db).Count, "all ask alike");
            }
        }
    }

    [Fact]
    public async Task No_more_ways_to_page_are_kept_than_a_bound_and_all_are_answered()
    {
        await using var db = Open(1);
        var query = db.Things.AsNoTracking().OrderBy(t => t.Note).ThenBy(t => t.Other).ThenBy(t => t.More).ThenBy(t => t.Name);
        var cursors = new KeysetCursor(QueryOrder.Of(query));
        var before = Known(db).Count;
        for (var nulls = 0; nulls < 2 * PagePlan<Thing>.MaxForms; nulls++)
        {
            string? Value(int key) => (nulls & (1 << key)) == 0 ? null : "";
            var paging = new PagingArguments(first: 3, includeOutside: nulls < PagePlan<Thing>.MaxForms, after: cursors.Write([Value(0), Value(1), Value(2), "n", 0]));

            (await ReadAsync(db, query, paging)).Edges.Select(e => e.Node.Id).Should().Equal(nulls % 8 == 0 ? [1, 11, 13] : []);
        }

        Known(db).Count.Should().Be(before + 1);
    }

    [Fact]
    public void Ever_new_shapes_fill_no_memory_and_those_in_use_stay()
    {
        var cache = new ShapeCache<string>(4);
        cache.Add("used", "kept");
        for (var i = 0; i < 1_000; i++)
        {
            cache.Add(i, "forgotten");
            cache.TryFind("used", out _).Should().BeTrue();
            cache.Count.Should().BeLessThanOrEqualTo(8);
        }

        cache.TryFind(3, out _).Should().BeFalse();
    }

    public void Dispose() => _connection.Dispose();

    private static async Task<Connection<Thing>> ReadAsync(Shop db, IQueryable<Thing> query, PagingArguments paging) =>
        await new QueryPage<Thing>(query, db, paging, 10, TestContext.Current.CancellationToken).ReadAsync();

    private static ShapeCache<object> Known(Shop db) => PagePlan<Thing>.Known(db);

    private static Expression<Func<Thing, bool>> QueryOf(Expression<Func<Thing, string>> member, string value) =>
        Expression.Lambda<Func<Thing, bool>>(Expression.Equal(member.Body, QueryValue.Of(typeof(string), value)), member.Parameters);

    private Shop Open(int owner, int until = 100) => new(_options) { Owner = owner, Until = until };

    private sealed class Holdings : ExpressionVisitor
    {
        public List<object?> Constants { get; } = [];

        public List<EntityQueryRootExpression> Roots { get; } = [];

        protected override Expression VisitConstant(ConstantExpression node)
        {
            Constants.Add(node.Value);
            return node;
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is EntityQueryRootExpression root)
            {
                Roots.Add(root);
            }

            return node;
        }
    }

    /// <summary>Sees what belongs to its owner and is old enough.</summary>
    private sealed class Shop(DbContextOptions<Shop> options) : DbContext(options)
    {
        public int Owner { get; init; }

        public int Until { get; init; }

        public DbSet<Thing> Things => Set<Thing>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Thing>().HasQueryFilter(t => t.Owner == Owner && t.Since <= Until);
    }

    private sealed class Thing
    {
        public int Id { get; set; }

        public int Owner { get; set; }

        public int Since { get; set; }

        public string Name { get; set; } = "";

        public string? Note { get; set; }

        public string? Other { get; set; }

        public string? More { get; set; }
    }
}
