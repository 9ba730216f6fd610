using Exams.GraphQL.Data.Paging;
using Exams.GraphQL.Types.Pagination;

namespace Exams.GraphQL.Tests.Data;

/// <summary>Every page of every small list, cut in each of three ways, is what the algorithm for connections says.</summary>
public sealed class SliceTests
{
    private const int Default = 3;
    private static readonly int?[] Sizes = [null, 0, 1, 3, 6];

    [Fact]
    public void Lists_are_cut_by_position()
    {
        foreach (var (count, asked) in Cases())
        {
            var page = ListPage.Cut(Items(count), Positions(asked), Default);
            Check(page, count, asked, ListPage.Cursor);
            page.TotalCount.Should().Be(count);
        }
    }

    [Fact]
    public async Task Queries_without_an_order_are_cut_by_position()
    {
        foreach (var (count, asked) in Cases())
        {
            var request = Positions(asked) with { IncludeTotalCount = count % 2 == 0 };
            var page = await new QueryPage<string>(Items(count).Select(i => i.Name).AsQueryable(), null, request, Default, CancellationToken.None).ReadAsync();
            Check(page, count, asked, ListPage.Cursor, name => int.Parse(name, System.Globalization.CultureInfo.InvariantCulture));
            page.TotalCount.Should().Be(request.IncludeTotalCount || asked.Last is not null ? count : 0);
        }
    }

    [Fact]
    public async Task Queries_with_an_order_are_cut_by_their_keys()
    {
        foreach (var (count, asked) in Cases().Where(c => c.Count != 1 && c.Asked.First != 6 && c.Asked.Last != 6 && !(c.Asked.Before <= c.Asked.After) && !(c.Asked.After >= c.Count) && !(c.Asked.Before >= c.Count)))
        {
            var query = Items(count).AsQueryable().OrderBy(i => i.Id);
            var cursors = new KeysetCursor(QueryOrder.Of(query));
            string Cursor(int position) => cursors.Write([position]);
            var request = new PagingArguments(asked.First, asked.After is { } a ? Cursor(a) : null, asked.Last, asked.Before is { } b ? Cursor(b) : null, count % 2 == 0);
            var page = await new QueryPage<Item>(query, null, request, Default, CancellationToken.None).ReadAsync();
            Check(page, count, asked, Cursor);
            page.TotalCount.Should().Be(count % 2 == 0 ? count : 0);
        }
    }

    [Theory]
    [InlineData(3, null, 4)]
    [InlineData(null, 5, 6)]
    [InlineData(3, 5, 4)]
    [InlineData(null, null, 11)]
    public void One_row_more_than_wanted_is_read(int? first, int? last, int rows)
    {
        new PageCut<Item>(new PageOrder<Item>(QueryOrder.Of(Items(1).AsQueryable().OrderBy(i => i.Id)), null), new PagingArguments(first, null, last), 10).Limit.Should().Be(rows);
    }

    [Theory]
    [InlineData("MA==", 0L)]
    [InlineData("MTI=", 12L)]
    [InlineData("MDAwMDAwMDAwMDAx", 1L)]
    [InlineData("MjE0NzQ4MzY0Nw==", 2147483647L)]
    [InlineData("MjE0NzQ4MzY0OA==", null)]
    [InlineData("LTE=", null)]
    [InlineData("MSA=", null)]
    [InlineData("eA==", null)]
    [InlineData("", null)]
    [InlineData("?", null)]
    [InlineData("MDAwMDAwMDAwMDAwMQ==", null)]
    public void A_position_is_read_back_and_nothing_else_is_one(string cursor, long? position)
    {
        ListPage.TryIndex(cursor).Should().Be(position);
    }

    private static IEnumerable<(int Count, (int? First, int? After, int? Last, int? Before) Asked)> Cases() =>
        from count in new[] { 0, 1, 2, 5 }
        from first in Sizes
        from last in Sizes
        from after in new[] { -1, 0, 1, 3, 4, 6 }
        from before in new[] { -1, 0, 1, 4, 5 }
        select (count, (first, after < 0 ? null : (int?)after, last, before < 0 ? null : (int?)before));

    private static PagingArguments Positions((int? First, int? After, int? Last, int? Before) asked) => new(
        asked.First, asked.After is { } after ? ListPage.Cursor(after) : null, asked.Last, asked.Before is { } before ? ListPage.Cursor(before) : null);

    private static Item[] Items(int count) => [.. Enumerable.Range(0, count).Select(i => new Item(i, $"{i}"))];

    private static void Check(Connection<Item> page, int count, (int? First, int? After, int? Last, int? Before) asked, Func<int, string> cursor) =>
        Check(page, count, asked, cursor, item => item.Id);

    private static void Check<T>(Connection<T> page, int count, (int? First, int? After, int? Last, int? Before) asked, Func<int, string> cursor, Func<T, int> position)
    {
        var start = Math.Min((asked.After ?? -1) + 1, count);
        var end = Math.Max(start, Math.Min(asked.Before ?? count, count));
        end = asked.First is not null || asked.Last is null ? Math.Min(start + (asked.First ?? Default), end) : end;
        start = asked.Last is { } last ? Math.Max(end - last, start) : start;
        var expected = Enumerable.Range(start, end - start).ToList();

        var startAndEnd = expected.Count == 0 ? "" : $"{cursor(expected[0])} {cursor(expected[^1])}";
        var told = $"{string.Join(' ', page.Edges.Select(e => $"{position(e.Node)}={e.Cursor}"))}, {page.Info.StartCursor} {page.Info.EndCursor}".TrimEnd()
            + $", {page.Info.HasPreviousPage} {page.Info.HasNextPage}";
        var wanted = $"{string.Join(' ', expected.Select(i => $"{i}={cursor(i)}"))}, {startAndEnd}".TrimEnd() + $", {start > 0} {end < count}";
        if (told != wanted)
        {
            told.Should().Be(wanted, $"{count} {asked}");
        }
    }

    public sealed record Item(int Id, string Name);
}
