using System.Text.Json;
using Exams.World;
using FsCheck;
using FsCheck.Fluent;

namespace Exams.GraphQL.Tests.Data;

public abstract class KeysetPagingTests(PrivatePostgres? postgres) : OnALedger(postgres)
{
    private const string Page = """
        query($first: Int, $after: String, $last: Int, $before: String, $order: [LineSortInput!], $where: LineFilterInput) {
          lines(first: $first, after: $after, last: $last, before: $before, order: $order, where: $where) {
            totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
        """;

    // The same list, three ways: whole rows, only the columns that are asked for, and objects in memory.
    private static readonly string[] Fields = ["lines", "lines", "linesProjected", "linesQueriedInMemory"];

    private static Gen<(List<Line> Lines, LineOrder Order, int Size, string Field)> Cases =>
        from lines in LedgerLines.Any
        from order in LineOrder.Any
        from size in Gen.Choose(1, 7)
        from list in Gen.Elements(Fields)
        where list != "linesQueriedInMemory" || !order.Keys.Exists(k => k.Key == "kind")
        select (lines, order, size, list);

    [Fact]
    public async Task Pages_together_are_the_whole_list_in_both_directions()
    {
        foreach (var (lines, order, size, field) in Cases.Sample(Runs, 50))
        {
            Ledger.Fill(lines);
            var expected = order.Sort(Ledger.Lines()).Select(l => l.Id).ToArray();
            var because = $"{field} {order} by {size} over {string.Join(" ", lines)}";
            (await Walk(field, order, size, expected.Length, forward: true)).Should().Equal(expected, because);
            (await Walk(field, order, size, expected.Length, forward: false)).Should().Equal(expected, because);
        }
    }

    [Fact]
    public async Task A_page_takes_one_statement_whatever_is_asked_of_it()
    {
        Ledger.Fill(Lines(9));
        var first = await Ledger.Data(Page, new { first = 3, order = new LineOrder([("note", true)]).Input });
        Ledger.Asked.Should().ContainSingle();
        await Ledger.Data(Page, new { first = 3, after = Text(first, "endCursor"), order = new LineOrder([("note", true)]).Input });
        Ledger.Asked.Should().ContainSingle().Which.Should().ContainEquivalentOf("COUNT").And.Contain("EXISTS");
        await Ledger.Data("{ lines(first: 3) { nodes { id } } }");
        Ledger.Asked.Should().ContainSingle().Which.Should().NotContainEquivalentOf("COUNT").And.NotContain("EXISTS");
    }

    [Fact]
    public async Task A_line_that_came_or_went_meanwhile_moves_no_other()
    {
        Ledger.Fill(Lines(9));
        var page = await Ledger.Data(Page, new { first = 3 });
        await using (var db = Ledger.Open())
        {
            db.Remove(new Line { Id = 3 });
            db.Remove(new Line { Id = 5 });
            db.Add(new Line { Id = 100, Name = "x" });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var next = await Ledger.Data(Page, new { first = 3, after = Text(page, "endCursor") });
        Ids(next).Should().Equal(4, 6, 7);
        next.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        Ledger.Fill(Lines(9));
        var page = await Ledger.Data(Page, new { first = 3, order = new LineOrder([("name", false)]).Input });
        var answer = await Ledger.Ask(Page, new { first = 3, after = Text(page, "endCursor"), order = new LineOrder([("name", true)]).Input });
        answer.ToString().Should().Contain("HC0078");
    }

    [Theory]
    [InlineData("zzz")]
    [InlineData("")]
    [InlineData("W10")]
    [InlineData("eyJhIjoxfQ")]
    public async Task What_is_no_cursor_is_refused(string cursor) =>
        (await Ledger.Ask(Page, new { after = cursor })).ToString().Should().Contain("HC0078");

    [Fact]
    public async Task An_empty_list_has_no_neighbours()
    {
        Ledger.Fill([]);
        (await Ledger.Data(Page, new { first = 3 })).ToString().Should().Be(
            """{"totalCount":0,"nodes":[],"edges":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}""");
    }

    [Fact]
    public async Task Behind_the_last_line_there_is_nothing_and_before_it_something()
    {
        Ledger.Fill(Lines(3));
        var page = await Ledger.Data(Page, new { first = 3 });
        var next = await Ledger.Data(Page, new { first = 3, after = Text(page, "endCursor") });
        next.ToString().Should().Be(
            """{"totalCount":3,"nodes":[],"edges":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true,"startCursor":null,"endCursor":null}}""");
    }

    [Fact]
    public async Task Of_the_first_few_the_last_are_kept_when_both_are_asked_for()
    {
        Ledger.Fill(Lines(9));
        var page = await Ledger.Data("{ lines(first: 4, last: 2) { nodes { id } pageInfo { hasPreviousPage hasNextPage } } }");
        page.ToString().Should().Be("""{"nodes":[{"id":3},{"id":4}],"pageInfo":{"hasPreviousPage":true,"hasNextPage":true}}""");
        Ids(await Ledger.Data("{ lines(first: 4, last: 9) { nodes { id } } }")).Should().Equal(1, 2, 3, 4);
    }

    [Fact]
    public async Task A_list_in_memory_knows_its_neighbours_too()
    {
        Ledger.Fill(Lines(5));
        var page = await Ledger.Data("{ linesQueriedInMemory(first: 2) { pageInfo { endCursor } } }");
        var next = await Ledger.Data(
            "query($after: String) { linesQueriedInMemory(first: 2, after: $after) { totalCount nodes { id } pageInfo { hasPreviousPage hasNextPage } } }",
            new { after = Text(page, "endCursor") });
        next.ToString().Should().Be("""{"totalCount":5,"nodes":[{"id":3},{"id":4}],"pageInfo":{"hasPreviousPage":true,"hasNextPage":true}}""");
    }

    [Fact]
    public async Task Behind_a_position_in_an_empty_list_there_is_nothing_before_either()
    {
        Ledger.Fill([]);
        (await Ledger.Data("""{ names(first: 2, after: "MA==") { pageInfo { hasPreviousPage } } }""")).ToString().Should().Be(
            """{"pageInfo":{"hasPreviousPage":false}}""");
        Ledger.Fill(Lines(3));
        (await Ledger.Data("""{ names(first: 2, after: "OQ==") { pageInfo { hasPreviousPage } } }""")).ToString().Should().Be(
            """{"pageInfo":{"hasPreviousPage":true}}""");
    }

    [Fact]
    public async Task A_page_cut_by_position_begins_with_its_first_line()
    {
        Ledger.Fill(Lines(3));
        (await Ledger.Data("{ names(first: 1) { pageInfo { startCursor endCursor } } }")).ToString().Should().Be(
            """{"pageInfo":{"startCursor":"MA==","endCursor":"MA=="}}""");
        (await Ledger.Data("{ names(first: 3) { pageInfo { startCursor endCursor } } }")).ToString().Should().Be(
            """{"pageInfo":{"startCursor":"MA==","endCursor":"Mg=="}}""");
        Ledger.Fill([]);
        (await Ledger.Data("{ names(first: 1) { pageInfo { startCursor endCursor } } }")).ToString().Should().Be(
            """{"pageInfo":{"startCursor":null,"endCursor":null}}""");
    }

    [Fact]
    public async Task A_resolvers_own_order_gets_a_last_key()
    {
        Ledger.Fill(Enumerable.Range(1, 7).Select(i => new Line { Id = i, Score = i % 3 == 0 ? null : i % 2 }));
        var seen = new List<int>();
        string? after = null;
        do
        {
            var page = await Ledger.Data(
                "query($after: String) { linesByScore(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }", new { after });
            seen.AddRange(Ids(page));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? Text(page, "endCursor") : null;
        }
        while (after is not null);
        seen.Should().Equal(1, 5, 7, 2, 4, 3, 6);
    }

    [Fact]
    public async Task A_projection_without_a_key_is_cut_by_position()
    {
        Ledger.Fill(Enumerable.Range(1, 4).Select(i => new Line { Id = i, Name = $"n{i}" }));
        var page = await Ledger.Data("""{ names(first: 2, after: "MA==") { nodes pageInfo { hasNextPage hasPreviousPage endCursor } } }""");
        page.ToString().Should().Be("""{"nodes":["n2","n3"],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true,"endCursor":"Mg=="}}""");
    }

    private static IEnumerable<Line> Lines(int count) => Enumerable.Range(1, count).Select(i => new Line { Id = i, Name = $"n{i}", Note = i % 2 == 0 ? null : "x" });

    private async Task<List<int>> Walk(string field, LineOrder order, int size, int total, bool forward)
    {
        var seen = new List<int>();
        string? cursor = null;
        for (var rounds = 0; rounds <= total + 1; rounds++)
        {
            var page = await Ledger.Data(Page.Replace(" lines(", $" {field}(", StringComparison.Ordinal), forward
                ? new { first = size, after = cursor, order = order.Input }
                : new { last = size, before = cursor, order = order.Input });
            page.GetProperty("totalCount").GetInt32().Should().Be(total);
            var ids = Ids(page);
            seen.InsertRange(forward ? seen.Count : 0, ids);
            var info = page.GetProperty("pageInfo");
            var (next, previous) = (info.GetProperty("hasNextPage").GetBoolean(), info.GetProperty("hasPreviousPage").GetBoolean());
            (forward ? next : previous).Should().Be(seen.Count < total);
            (forward ? previous : next).Should().Be(seen.Count > ids.Count);
            if (!(forward ? next : previous))
            {
                break;
            }

            cursor = Text(page, forward ? "endCursor" : "startCursor");
        }

        return seen;
    }

    private static List<int> Ids(JsonElement page) => [.. page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetInt32())];

    private static string? Text(JsonElement page, string cursor) => page.GetProperty("pageInfo").GetProperty(cursor).GetString();
}

public sealed class KeysetPagingOnSqliteTests() : KeysetPagingTests(null);

public sealed class KeysetPagingOnPostgresTests(PrivatePostgres postgres) : KeysetPagingTests(postgres);
