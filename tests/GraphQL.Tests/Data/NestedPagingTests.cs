using System.Text.Json;
using Exams.World;
using FsCheck;
using FsCheck.Fluent;

namespace Exams.GraphQL.Tests.Data;

/// <summary>Paged lists below a list: one statement for all parents.</summary>
public abstract class NestedPagingTests(PrivatePostgres? postgres) : OnALedger(postgres)
{
    private const string Owned = """
        query($first: Int, $after: String, $last: Int, $before: String, $order: [LineSortInput!], $where: LineFilterInput) {
          owners {
            id
            owned(first: $first, after: $after, last: $last, before: $before, order: $order, where: $where) {
              totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            }
          }
        }
        """;

    private static Gen<(List<Line> Lines, LineOrder Order, LineFilterCase Filter, int First, int Last, int Ask)> Cases =>
        from lines in LedgerLines.Any
        from order in LineOrder.Any
        from filter in Gen.Frequency((1, LineFilterCase.Any), (2, Gen.Constant(LineFilterCase.None)))
        from first in Gen.Choose(0, 6)
        from last in Gen.Choose(0, 6)
        from ask in Gen.Choose(0, 2)
        select (lines, order, filter, first, last, ask);

    [Fact]
    public async Task Each_parent_gets_the_page_that_a_list_in_memory_would_give_it()
    {
        var pages = 0;
        foreach (var (lines, order, filter, first, last, ask) in Cases.Sample(Runs, 50))
        {
            Ledger.Fill(lines);
            var whole = order.Keys.Count == 0 ? new LineOrder([("day", true)]) : order;
            var all = whole.Sort(Ledger.Lines().Where(filter.Holds)).GroupBy(l => l.OwnerId).ToDictionary(g => g.Key ?? 0, g => g.Select(l => l.Id).ToList());
            var answer = await Ask(order, filter, ask != 1 ? first : null, null, ask != 0 ? last : null, null);
            Hold(answer, all, (_, list) => Slice(list, 0, list.Count, ask != 1 ? first : null, ask != 0 ? last : null));

            // Any parent's cursor cuts every other parent's list, too: it says where in the order it stands.
            var cursors = answer.EnumerateArray()
                .SelectMany(o => o.GetProperty("owned").GetProperty("edges").EnumerateArray().Zip(o.GetProperty("owned").GetProperty("nodes").EnumerateArray()))
                .Select(p => (Cursor: p.First.GetProperty("cursor").GetString(), Id: p.Second.GetProperty("id").GetInt32())).ToList();
            if (cursors.Count == 0)
            {
                continue;
            }

            var (cursor, at) = cursors[lines.Count % cursors.Count];
            var sorted = whole.Sort(Ledger.Lines()).Select(l => l.Id).ToList();
            int Behind(List<int> list) => list.Count(id => sorted.IndexOf(id) <= sorted.IndexOf(at));
            int Before(List<int> list) => list.Count(id => sorted.IndexOf(id) < sorted.IndexOf(at));
            Hold(await Ask(order, filter, first, cursor, null, null), all, (_, l) => Slice(l, Behind(l), l.Count, first, null));
            Hold(await Ask(order, filter, null, null, last, cursor), all, (_, l) => Slice(l, 0, Before(l), null, last));
            pages += 3;
        }

        pages.Should().BeGreaterThan(Runs);
    }

    [Fact]
    public async Task All_parents_pages_take_one_statement_whatever_is_asked_of_them()
    {
        Ledger.Fill(Enumerable.Range(1, 12).Select(i => new Line { Id = i, Name = $"n{i}", OwnerId = (i % 3) + 1 }));
        var first = await Ask(new LineOrder([("note", true)]), LineFilterCase.None, 2, null, null, null);
        Ledger.Asked.Should().HaveCount(2).And.Contain(s => s.Contains("COUNT", StringComparison.OrdinalIgnoreCase));
        var cursor = first[0].GetProperty("owned").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        await Ask(new LineOrder([("note", true)]), LineFilterCase.None, 2, cursor, null, null);
        Ledger.Asked.Should().HaveCount(2);
        await Ledger.Data("{ owners { id owned(first: 2) { nodes { id } } } }");
        Ledger.Asked.Should().HaveCount(2).And.NotContain(s => s.Contains("COUNT", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Each_level_takes_one_statement_and_each_way_of_asking_another()
    {
        Ledger.Fill(Enumerable.Range(1, 12).Select(i => new Line { Id = i, Name = $"n{i}", OwnerId = (i % 3) + 1 }));
        await Ledger.Data("{ owners { owned(first: 2) { nodes { id holder { id owned(first: 3) { nodes { id } } } } } } }");
        Ledger.Asked.Should().HaveCount(4);
        await Ledger.Data("{ owners { a: owned(first: 2) { nodes { id } } b: owned(first: 2) { nodes { id } } c: owned(first: 1) { nodes { id } } } }");
        Ledger.Asked.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_parent_without_rows_has_an_empty_page()
    {
        Ledger.Fill([]);
        var answer = await Ask(new LineOrder([]), LineFilterCase.None, 2, null, null, null);
        answer[1].GetProperty("owned").ToString().Should().Be(
            """{"totalCount":0,"nodes":[],"edges":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}""");
    }

    [Theory]
    [InlineData("zzz", "HC0078")]
    [InlineData("MA==", "HC0078")]
    public async Task What_is_no_cursor_is_refused(string cursor, string code)
    {
        Ledger.Fill([new Line { Id = 1, OwnerId = 1 }]);
        (await Ledger.Ask("query($c: String) { owners { owned(after: $c) { nodes { id } } } }", new { c = cursor })).ToString().Should().Contain(code);
    }

    [Fact]
    public async Task Bounds_hold_below_a_list_too()
    {
        Ledger.Fill([]);
        (await Ledger.Ask("{ owners { owned(first: 101) { nodes { id } } } }")).ToString().Should().Contain("HC0051");
    }

    private async Task<JsonElement> Ask(LineOrder order, LineFilterCase filter, int? first, string? after, int? last, string? before) =>
        await Ledger.Data(Owned, new { first, after, last, before, order = order.Input, where = filter.Input });

    private static (int From, int To) Slice(List<int> list, int from, int to, int? first, int? last)
    {
        to = first is { } f ? Math.Min(from + f, to) : to;
        return (last is { } l ? Math.Max(to - l, from) : from, Math.Min(to, list.Count));
    }

    private static void Hold(JsonElement owners, Dictionary<int, List<int>> all, Func<int, List<int>, (int From, int To)> slice)
    {
        owners.GetArrayLength().Should().Be(3);
        foreach (var owner in owners.EnumerateArray())
        {
            var list = all.GetValueOrDefault(owner.GetProperty("id").GetInt32(), []);
            var (from, to) = slice(owner.GetProperty("id").GetInt32(), list);
            var page = owner.GetProperty("owned");
            var info = page.GetProperty("pageInfo");
            page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetInt32()).Should().Equal(list[from..to]);
            page.GetProperty("totalCount").GetInt32().Should().Be(list.Count);
            info.GetProperty("hasNextPage").GetBoolean().Should().Be(to < list.Count);
            info.GetProperty("hasPreviousPage").GetBoolean().Should().Be(from > 0);
        }
    }
}

public sealed class NestedPagingOnSqliteTests() : NestedPagingTests(null);

public sealed class NestedPagingOnPostgresTests(PrivatePostgres postgres) : NestedPagingTests(postgres);
