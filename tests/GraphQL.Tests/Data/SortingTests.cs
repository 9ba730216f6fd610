using System.Text.Json;
using Exams.World;
using FsCheck.Fluent;

namespace Exams.GraphQL.Tests.Data;

public abstract class SortingTests(PrivatePostgres? postgres) : OnALedger(postgres)
{
    private const string Both = """
        query($order: [LineSortInput!]) {
          lines(first: 1000, order: $order) { nodes { id } }
          linesInMemory(order: $order) { id }
        }
        """;

    [Fact]
    public async Task An_order_is_the_same_in_the_database_as_in_memory()
    {
        foreach (var lines in LedgerLines.Any.Sample(Runs / 20, 50))
        {
            Ledger.Fill(lines);
            var all = Ledger.Lines();
            foreach (var order in LineOrder.Any.Sample(20, 50))
            {
                var expected = order.Sort(all).Select(l => l.Id).ToArray();
                var because = $"{order} over {string.Join(" ", all)}";
                var answer = await Ledger.Ask(Both, new { order = order.Input });
                answer.TryGetProperty("errors", out _).Should().BeFalse($"{answer}: {because}");
                Ids(answer.GetProperty("data").GetProperty("lines").GetProperty("nodes")).Should().Equal(expected, because);

                // The database keeps kinds by name; a list in memory cannot know that.
                if (!order.Keys.Exists(k => k.Key == "kind"))
                {
                    Ids(answer.GetProperty("data").GetProperty("linesInMemory")).Should().Equal(expected, because);
                }
            }
        }
    }

    [Fact]
    public async Task Members_of_one_object_count_in_the_order_in_which_they_are_written()
    {
        Ledger.Fill([new Line { Id = 1, Name = "a", Score = 2 }, new Line { Id = 2, Name = "b", Score = 1 }, new Line { Id = 3, Name = "a", Score = 1 }]);
        Ids((await Ledger.Data("{ lines(first: 9, order: { name: ASC, score: ASC }) { nodes { id } } }")).GetProperty("nodes")).Should().Equal(3, 1, 2);
        Ids((await Ledger.Data("{ lines(first: 9, order: { score: ASC, name: ASC }) { nodes { id } } }")).GetProperty("nodes")).Should().Equal(3, 2, 1);
    }

    [Fact]
    public async Task An_order_has_bounds()
    {
        var keys = string.Concat(Enumerable.Repeat("{ name: ASC } ", 17));
        (await Ledger.Ask($"{{ lines(order: [{keys}]) {{ totalCount }} }}")).ToString().Should().Contain("SORT_TOO_LARGE");
        (await Ledger.Ask($"{{ lines(order: [{keys[14..]}]) {{ totalCount }} }}")).ToString().Should().NotContain("errors");
    }

    [Fact]
    public async Task A_direction_is_not_null() =>
        (await Ledger.Ask("{ lines(order: { name: null }) { totalCount } }")).ToString().Should().Contain("HC0026");

    [Fact]
    public async Task Undeclared_members_are_no_part_of_an_order() =>
        (await Ledger.Ask("{ lines(order: { ownerId: ASC }) { totalCount } }")).ToString().Should().Contain("ownerId");

    private static int[] Ids(JsonElement nodes) => [.. nodes.EnumerateArray().Select(n => n.GetProperty("id").GetInt32())];
}

public sealed class SortingOnSqliteTests() : SortingTests(null);

public sealed class SortingOnPostgresTests(PrivatePostgres postgres) : SortingTests(postgres);
