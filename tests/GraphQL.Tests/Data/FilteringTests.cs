using System.Text.Json;
using Exams.World;
using FsCheck.Fluent;

namespace Exams.GraphQL.Tests.Data;

public abstract class FilteringTests(PrivatePostgres? postgres) : OnALedger(postgres)
{
    private const string Both = """
        query($where: LineFilterInput) {
          lines(first: 1000, where: $where) { totalCount nodes { id } }
          linesInMemory(where: $where) { id }
        }
        """;

    [Fact]
    public async Task A_filter_finds_the_same_in_the_database_as_in_memory()
    {
        foreach (var lines in LedgerLines.Any.Sample(Runs / 20, 50))
        {
            Ledger.Fill(lines);
            var all = Ledger.Lines();
            foreach (var filter in LineFilterCase.Any.Sample(50, 50))
            {
                var expected = all.Where(filter.Holds).Select(l => l.Id).Order().ToArray();
                var because = $"{JsonSerializer.Serialize(filter.Input)} over {string.Join(" ", all)}";
                var answer = await Ledger.Ask(Both, new { where = filter.Input });
                answer.TryGetProperty("errors", out _).Should().BeFalse($"{answer}: {because}");
                var data = answer.GetProperty("data");
                Ids(data.GetProperty("lines").GetProperty("nodes")).Should().Equal(expected, because);
                data.GetProperty("lines").GetProperty("totalCount").GetInt32().Should().Be(expected.Length);
                Ids(data.GetProperty("linesInMemory")).Should().Equal(expected, because);
            }
        }
    }

    [Theory]
    [InlineData("equalsIgnoreCase", "ANN", 1, 2)]
    [InlineData("equalsIgnoreCase", "ZOË", 5)]
    [InlineData("containsIgnoreCase", "N", 1, 2, 4)]
    [InlineData("containsIgnoreCase", "zo", 5)]
    public async Task Case_is_forgotten_where_a_filter_says_so(string operation, string value, params int[] expected)
    {
        Ledger.Fill(new[] { "Ann", "ann", "Bob", "Änne", "Zoë" }.Select((n, i) => new Line { Id = i + 1, Name = n }));
        var found = await Ledger.Data(
            "query($w: LineFilterInput) { lines(first: 9, where: $w) { nodes { id } } }",
            new { w = new { loose = new Dictionary<string, string> { [operation] = value } } });
        Ids(found.GetProperty("nodes")).Should().Equal(expected);
    }

    [Fact]
    public async Task Letters_beyond_ascii_are_found_as_they_are_written_on_every_database()
    {
        Ledger.Fill([new Line { Id = 1, Name = "ZOË" }, new Line { Id = 2, Name = "XOË" }]);
        var found = await Ledger.Data("""{ lines(first: 9, where: { loose: { equalsIgnoreCase: "ZOË" } }) { nodes { id } } }""");
        Ids(found.GetProperty("nodes")).Should().Equal(1);
    }

    [Theory]
    [InlineData("""{"name":{"eq":"a\u0000"}}""")]
    [InlineData("""{"name":{"contains":"\u0000"}}""")]
    [InlineData("""{"name":{"in":["a\u0000", "b"]}}""", 2)]
    [InlineData("""{"name":{"neq":"\u0000a"}}""", 1, 2)]
    [InlineData("""{"name":{"nstartsWith":"\u0000"}}""", 1, 2)]
    [InlineData("""{"loose":{"containsIgnoreCase":"A\u0000"}}""")]
    [InlineData("""{"owner":{"name":{"endsWith":"\u0000"}}}""")]
    public async Task A_character_that_no_database_keeps_is_found_nowhere(string where, params int[] expected)
    {
        Ledger.Fill([new Line { Id = 1, Name = "a" }, new Line { Id = 2, Name = "b" }]);
        var found = await Ledger.Data(
            "query($w: LineFilterInput) { lines(first: 9, where: $w) { nodes { id } } }", new { w = JsonSerializer.Deserialize<JsonElement>(where) });
        Ids(found.GetProperty("nodes")).Should().Equal(expected);
    }

    [Fact]
    public async Task Related_lists_are_asked_for_all_none_some_and_any()
    {
        Ledger.Fill([new Line { Id = 1, OwnerId = 1, Score = 1 }, new Line { Id = 2, OwnerId = 1, Score = 3 }, new Line { Id = 3, OwnerId = 2, Score = 3 }]);
        (await Owners("{ some: { score: { lt: 2 } } }")).Should().Equal(1);
        (await Owners("{ none: { score: { lt: 2 } } }")).Should().Equal(2, 3);
        (await Owners("{ all: { score: { gt: 2 } } }")).Should().Equal(2, 3);
        (await Owners("{ any: true }")).Should().Equal(1, 2);
        (await Owners("{ any: false }")).Should().Equal(3);
    }

    [Fact]
    public async Task A_filter_without_members_restricts_nothing()
    {
        Ledger.Fill([new Line { Id = 1 }, new Line { Id = 2 }]);
        foreach (var filter in (string[])["{}", "{ and: [] }", "{ or: [] }", "{ or: [{}] }", "{ score: {} }", "{ owner: {} }", "null"])
        {
            (await Ledger.Data($"{{ lines(where: {filter}) {{ totalCount }} }}")).ToString().Should().Be("""{"totalCount":2}""", filter);
        }
    }

    [Theory]
    [InlineData("{ score: null }")]
    [InlineData("{ score: { gt: null } }")]
    [InlineData("{ name: { contains: null } }")]
    [InlineData("{ score: { in: null } }")]
    public async Task Null_stands_only_where_it_has_a_meaning(string filter) =>
        (await Ledger.Ask($"{{ lines(where: {filter}) {{ totalCount }} }}")).ToString().Should().Contain("HC0026");

    [Fact]
    public async Task A_filter_has_bounds()
    {
        var wide = string.Concat(Enumerable.Repeat("{ score: { eq: 1 } } ", 200));
        (await Ledger.Ask($"{{ lines(where: {{ or: [{wide}] }}) {{ totalCount }} }}")).ToString().Should().Contain("FILTER_TOO_LARGE");
        var many = string.Join(' ', Enumerable.Range(0, 501));
        (await Ledger.Ask($"{{ lines(where: {{ score: {{ in: [{many}] }} }}) {{ totalCount }} }}")).ToString().Should().Contain("FILTER_TOO_LARGE");
    }

    [Fact]
    public async Task Undeclared_members_are_no_part_of_a_filter() =>
        (await Ledger.Ask("{ lines(where: { ownerId: { eq: 1 } }) { totalCount } }")).ToString().Should().Contain("ownerId");

    [Fact]
    public async Task Values_of_clients_are_parameters_of_the_statement()
    {
        Ledger.Fill([new Line { Id = 1, Name = "it's" }]);
        await Ledger.Data("""{ lines(where: { name: { eq: "it's" }, code: { in: ["AAA"] }, score: { eq: null } }) { nodes { id } } }""");
        Ledger.Asked.Should().ContainSingle().Which.Should().NotContain("it's").And.NotContain("AAA");
    }

    [Fact]
    public async Task Related_objects_asked_for_come_in_the_same_statement()
    {
        Ledger.Fill([new Line { Id = 1, OwnerId = 1 }]);
        await Ledger.Data("{ owners { id } }");
        Ledger.Asked.Should().ContainSingle().Which.Should().NotContain("\"Lines\"");
    }

    private static int[] Ids(JsonElement nodes) => [.. nodes.EnumerateArray().Select(n => n.GetProperty("id").GetInt32()).Order()];

    private async Task<int[]> Owners(string filter) => Ids(await Ledger.Data($"{{ owners(where: {{ lines: {filter} }}) {{ id }} }}"));
}

public sealed class FilteringOnSqliteTests() : FilteringTests(null);

public sealed class FilteringOnPostgresTests(PrivatePostgres postgres) : FilteringTests(postgres);
