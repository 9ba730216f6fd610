using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Exams.GraphQL.Tests.Data;

public sealed class KeysetPagingTests : IAsyncDisposable
{
    private const string Page = """
        query($first: Int, $after: String, $last: Int, $before: String, $order: [LineSortInput!], $where: LineFilterInput) {
          lines(first: $first, after: $after, last: $last, before: $before, order: $order, where: $where) {
            totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
        """;

    private static readonly Dictionary<string, Func<Line, object?>> Keys = new()
    {
        ["name"] = l => l.Name,
        ["note"] = l => l.Note,
        ["score"] = l => l.Score,
        ["kind"] = l => l.Kind.ToString(),
        ["code"] = l => l.Code.Text,
        ["day"] = l => l.Day,
        ["open"] = l => l.Open,
        ["owner"] = l => l.Owner?.Name,
    };

    private readonly LedgerServer _ledger = new();

    private static Gen<List<(string Key, bool Descending)>> Orders =>
        from count in Gen.Choose(0, 3)
        from keys in Gen.Shuffle(Keys.Keys.ToArray())
        from directions in Gen.Elements(true, false).ListOf(count)
        select keys.Take(count).Zip(directions, (k, d) => (k, d)).ToList();

    private static Gen<(List<Line> Lines, List<(string Key, bool Descending)> Order, int Size)> Cases =>
        from lines in LedgerLines.Any
        from order in Orders
        from size in Gen.Choose(1, 7)
        select (lines, order, size);

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public async Task Pages_together_are_the_whole_list_in_both_directions()
    {
        foreach (var (lines, order, size) in Cases.Sample(50, 15))
        {
            _ledger.Fill(lines);
            var expected = Sorted(_ledger.Lines(), order).Select(l => l.Id).ToArray();
            var because = $"{string.Join(", ", order)} by {size} over {string.Join(" ", lines)}";
            (await Walk(order, size, expected.Length, forward: true)).Should().Equal(expected, because);
            (await Walk(order, size, expected.Length, forward: false)).Should().Equal(expected, because);
        }
    }

    [Fact]
    public async Task A_page_takes_one_statement_whatever_is_asked_of_it()
    {
        _ledger.Fill(Lines(9));
        var first = await _ledger.Data(Page, new { first = 3, order = Input([("note", true)]) });
        _ledger.Asked.Should().ContainSingle();
        await _ledger.Data(Page, new { first = 3, after = Text(first, "endCursor"), order = Input([("note", true)]) });
        _ledger.Asked.Should().ContainSingle().Which.Should().Contain("COUNT").And.Contain("EXISTS");
        await _ledger.Data("{ lines(first: 3) { nodes { id } } }");
        _ledger.Asked.Should().ContainSingle().Which.Should().NotContain("COUNT").And.NotContain("EXISTS");
    }

    [Fact]
    public async Task A_line_that_came_or_went_meanwhile_moves_no_other()
    {
        _ledger.Fill(Lines(9));
        var page = await _ledger.Data(Page, new { first = 3 });
        await using (var db = _ledger.Open())
        {
            db.Remove(new Line { Id = 3 });
            db.Remove(new Line { Id = 5 });
            db.Add(new Line { Id = 100, Name = "x" });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var next = await _ledger.Data(Page, new { first = 3, after = Text(page, "endCursor") });
        Ids(next).Should().Equal(4, 6, 7);
        next.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        _ledger.Fill(Lines(9));
        var page = await _ledger.Data(Page, new { first = 3, order = Input([("name", false)]) });
        var answer = await _ledger.Ask(Page, new { first = 3, after = Text(page, "endCursor"), order = Input([("name", true)]) });
        answer.ToString().Should().Contain("HC0078");
    }

    [Theory]
    [InlineData("zzz")]
    [InlineData("")]
    [InlineData("W10")]
    [InlineData("eyJhIjoxfQ")]
    public async Task What_is_no_cursor_is_refused(string cursor) =>
        (await _ledger.Ask(Page, new { after = cursor })).ToString().Should().Contain("HC0078");

    [Fact]
    public async Task An_empty_list_has_no_neighbours()
    {
        _ledger.Fill([]);
        (await _ledger.Data(Page, new { first = 3 })).ToString().Should().Be(
            """{"totalCount":0,"nodes":[],"edges":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}""");
    }

    [Fact]
    public async Task Behind_the_last_line_there_is_nothing_and_before_it_something()
    {
        _ledger.Fill(Lines(3));
        var page = await _ledger.Data(Page, new { first = 3 });
        var next = await _ledger.Data(Page, new { first = 3, after = Text(page, "endCursor") });
        next.ToString().Should().Be(
            """{"totalCount":3,"nodes":[],"edges":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true,"startCursor":null,"endCursor":null}}""");
    }

    [Fact]
    public async Task A_resolvers_own_order_gets_a_last_key()
    {
        _ledger.Fill(Enumerable.Range(1, 7).Select(i => new Line { Id = i, Score = i % 3 == 0 ? null : i % 2 }));
        var seen = new List<int>();
        string? after = null;
        do
        {
            var page = await _ledger.Data(
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
        _ledger.Fill(Enumerable.Range(1, 4).Select(i => new Line { Id = i, Name = $"n{i}" }));
        var page = await _ledger.Data("""{ names(first: 2, after: "MA==") { nodes pageInfo { hasNextPage hasPreviousPage endCursor } } }""");
        page.ToString().Should().Be("""{"nodes":["n2","n3"],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true,"endCursor":"Mg=="}}""");
    }

    private static IEnumerable<Line> Lines(int count) => Enumerable.Range(1, count).Select(i => new Line { Id = i, Name = $"n{i}", Note = i % 2 == 0 ? null : "x" });

    private async Task<List<int>> Walk(List<(string Key, bool Descending)> order, int size, int total, bool forward)
    {
        var seen = new List<int>();
        string? cursor = null;
        for (var rounds = 0; rounds <= total + 1; rounds++)
        {
            var page = await _ledger.Data(Page, forward
                ? new { first = size, after = cursor, order = Input(order) }
                : new { last = size, before = cursor, order = Input(order) });
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

    private static IEnumerable<Line> Sorted(IEnumerable<Line> lines, List<(string Key, bool Descending)> order)
    {
        var sorted = lines.OrderBy(_ => 0);
        foreach (var (key, descending) in order)
        {
            sorted = descending ? sorted.ThenByDescending(Keys[key], Nulls.Smallest) : sorted.ThenBy(Keys[key], Nulls.Smallest);
        }

        return sorted.ThenBy(l => l.Id);
    }

    private static object[] Input(List<(string Key, bool Descending)> order) =>
        [.. order.Select(o => new Dictionary<string, object>
        {
            [o.Key] = o.Key == "owner" ? new { name = Direction(o.Descending) } : Direction(o.Descending),
        })];

    private static string Direction(bool descending) => descending ? "DESC" : "ASC";

    private static List<int> Ids(JsonElement page) => [.. page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetInt32())];

    private static string? Text(JsonElement page, string cursor) => page.GetProperty("pageInfo").GetProperty(cursor).GetString();

    private sealed class Nulls : IComparer<object?>
    {
        public static Nulls Smallest { get; } = new();

        public int Compare(object? x, object? y) => (x, y) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            (string a, string b) => CompareUtf8(a, b),
            _ => Comparer<object>.Default.Compare(x, y),
        };

        // As SQLite compares text: byte by byte.
        private static int CompareUtf8(string a, string b) =>
            System.Text.Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(b));
    }
}
