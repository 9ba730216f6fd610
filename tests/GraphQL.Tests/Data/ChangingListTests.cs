using Exams.World;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Exams.GraphQL.Tests.Data;

/// <summary>Others write while a client pages.</summary>
public abstract class ChangingListTests(PrivatePostgres? postgres) : OnALedger(postgres)
{
    private const string Page = """
        query($first: Int, $after: String, $last: Int, $before: String, $order: [LineSortInput!]) {
          lines(first: $first, after: $after, last: $last, before: $before, order: $order) {
            nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
        """;

    private static Gen<(List<Line> Lines, List<Line> Later, LineOrder Order, int Size, bool Forward, int Seed)> Cases =>
        from lines in LedgerLines.Any
        from later in LedgerLines.Any
        from order in LineOrder.Any
        from size in Gen.Choose(1, 9)
        from forward in Gen.Elements(true, false)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (lines, later, order, size, forward, seed);

    [Fact]
    public async Task No_line_that_stayed_is_missed_or_repeated_while_others_come_and_go()
    {
        foreach (var (lines, later, order, size, forward, seed) in Cases.Sample(Runs, 50))
        {
            Ledger.Fill(lines);
            var dice = new Random(seed);
            var stayed = lines.Select(l => l.Id).ToHashSet();
            var everThere = lines.Concat(later.Select(l => At(l, l.Id + 100))).ToList();
            var coming = new Queue<Line>(later);
            var seen = new List<int>();
            string? cursor = null;
            do
            {
                var page = await Ledger.Data(Page, forward
                    ? new { first = size, after = cursor, order = order.Input }
                    : new { last = size, before = cursor, order = order.Input });
                var info = page.GetProperty("pageInfo");
                seen.InsertRange(forward ? seen.Count : 0, page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetInt32()));
                cursor = info.GetProperty(forward ? "hasNextPage" : "hasPreviousPage").GetBoolean()
                    ? info.GetProperty(forward ? "endCursor" : "startCursor").GetString()
                    : null;
                await Change(dice, stayed, coming);
            }
            while (cursor is not null);

            var because = $"{order} by {size} {(forward ? "forward" : "backward")} over {string.Join(" ", lines)}, seed {seed}";
            seen.Should().OnlyHaveUniqueItems(because);
            stayed.Except(seen).Should().BeEmpty(because);

            // Owners do not change, so neither does any line's place.
            var owners = Ledger.Owners();
            everThere.ForEach(l => l.Owner = owners.Find(o => o.Id == l.OwnerId));
            var places = order.Sort(everThere).Select(l => l.Id).ToList();
            seen.Should().BeInAscendingOrder(Comparer<int>.Create((a, b) => places.IndexOf(a).CompareTo(places.IndexOf(b))), because);
        }
    }

    // Deletes up to three lines, the page's last among them sometimes, and adds up to two.
    private async Task Change(Random dice, HashSet<int> stayed, Queue<Line> coming)
    {
        await using var db = Ledger.Open();
        foreach (var gone in stayed.Where(_ => dice.Next(5) == 0).Take(3).ToList())
        {
            await db.Lines.Where(l => l.Id == gone).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            stayed.Remove(gone);
        }

        for (var i = dice.Next(3); i > 0 && coming.TryDequeue(out var line); i--)
        {
            db.Add(line);
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static Line At(Line line, int id)
    {
        line.Id = id;
        return line;
    }
}

public sealed class ChangingListOnSqliteTests() : ChangingListTests(null);

public sealed class ChangingListOnPostgresTests(PrivatePostgres postgres) : ChangingListTests(postgres);
