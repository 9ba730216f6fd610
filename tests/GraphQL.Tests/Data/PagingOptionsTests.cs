using System.Text.Json;
using Exams.GraphQL.Data.Paging;

namespace Exams.GraphQL.Tests.Data;

public sealed class PagingOptionsTests : IAsyncDisposable
{
    private readonly LedgerServer _ledger = new();

    public PagingOptionsTests() => _ledger.Fill(Enumerable.Range(1, 30).Select(i => new Line { Id = i }));

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Theory]
    [InlineData("plain { nodes { id } }", 10)]
    [InlineData("plain(first: 0) { nodes { id } }", 0)]
    [InlineData("plain(first: 50) { nodes { id } }", 30)]
    [InlineData("plain(last: 4) { nodes { id } }", 4)]
    [InlineData("plain(first: 5, last: 2) { nodes { id } }", 2)]
    [InlineData("forward { nodes { id } }", 4)]
    [InlineData("bounded(first: 5) { nodes { id } }", 5)]
    [InlineData("bounded(last: 1) { nodes { id } }", 1)]
    [InlineData("byHand { nodes { id } }", 10)]
    [InlineData("byHand(first: 3) { nodes { id } }", 3)]
    public async Task A_page_has_as_many_items_as_was_agreed(string query, int count) =>
        (await _ledger.Data($"{{ {query} }}")).GetProperty("nodes").GetArrayLength().Should().Be(count);

    [Theory]
    [InlineData("plain(first: 51) { nodes { id } }", "The maximum allowed items per page were exceeded.", "HC0051")]
    [InlineData("plain(last: 51) { nodes { id } }", "The maximum allowed items per page were exceeded.", "HC0051")]
    [InlineData("forward(first: 5) { nodes { id } }", "The maximum allowed items per page were exceeded.", "HC0051")]
    [InlineData("byHand(first: 51) { nodes { id } }", "The maximum allowed items per page were exceeded.", "HC0051")]
    [InlineData("plain(first: -1) { nodes { id } }", "The requested number of values per page must be at least 0.", "HC0079")]
    [InlineData("plain(last: -1) { nodes { id } }", "The requested number of values per page must be at least 0.", "HC0079")]
    [InlineData("bounded { nodes { id } }", "Exactly one slicing argument must be defined.", "HC0082")]
    [InlineData("bounded(first: null) { nodes { id } }", "Exactly one slicing argument must be defined.", "HC0082")]
    [InlineData("bounded(first: 1, last: 1) { nodes { id } }", "Exactly one slicing argument must be defined.", "HC0082")]
    [InlineData("bounded(first: 6) { nodes { id } }", "The maximum allowed items per page were exceeded.", "HC0051")]
    public async Task What_was_not_agreed_is_refused_before_anything_is_read(string query, string message, string code)
    {
        var answer = await _ledger.Ask($"{{ {query} }}");
        var error = answer.GetProperty("errors").EnumerateArray().Should().ContainSingle().Which;
        error.GetProperty("message").GetString().Should().Be(message);
        error.GetProperty("extensions").GetProperty("code").GetString().Should().Be(code);
        answer.GetProperty("data").EnumerateObject().Single().Value.ValueKind.Should().Be(JsonValueKind.Null);
        _ledger.Asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData("{ forward(last: 1) { nodes { id } } }", "Unknown argument \\u0022last\\u0022|Unknown argument \"last\"")]
    [InlineData("{ forward(before: \"x\") { nodes { id } } }", "Unknown argument \\u0022before\\u0022|Unknown argument \"before\"")]
    [InlineData("{ plain { totalCount } }", "Cannot query field \"totalCount\"")]
    public async Task What_is_not_offered_is_not_there(string query, string message) =>
        (await _ledger.Ask(query)).GetProperty("errors")[0].GetProperty("message").GetString().Should().ContainAny(message.Split('|'));

    [Fact]
    public async Task A_page_cut_by_hand_counts_when_it_is_asked_to()
    {
        (await _ledger.Data("{ byHand(first: 1) { totalCount pageInfo { hasNextPage } } }")).ToString()
            .Should().Be("""{"totalCount":30,"pageInfo":{"hasNextPage":true}}""");
        _ledger.Asked.Should().ContainSingle();
    }

    [Fact]
    public void A_page_made_of_items_knows_them()
    {
        var page = new Page<string>(["a", "b"], hasNextPage: true, hasPreviousPage: false, item => $"c-{item}", 7);
        page.Should().Equal("a", "b");
        page.Count.Should().Be(2);
        page[1].Should().Be("b");
        page.CursorAt(1).Should().Be("c-b");
        (page.HasNextPage, page.HasPreviousPage, page.TotalCount).Should().Be((true, false, 7));
        var connection = page.ToConnection();
        (connection.Info.StartCursor, connection.Info.EndCursor, connection.TotalCount).Should().Be(("c-a", "c-b", 7));
    }

    [Fact]
    public async Task Lists_in_memory_are_cut_for_many_parents_too()
    {
        var items = Enumerable.Range(1, 10).Select(i => new Line { Id = i, OwnerId = i % 3, Name = $"{i % 2}" }).AsQueryable();
        var pages = await items.OrderBy(l => l.Name).ToBatchPageAsync(l => l.OwnerId!.Value, new PagingArguments(first: 2, includeTotalCount: true), TestContext.Current.CancellationToken);
        pages[1].Select(l => l.Id).Should().Equal(4, 10);
        (pages[1].HasNextPage, pages[1].HasPreviousPage, pages[1].TotalCount).Should().Be((true, false, 4));
        var next = await items.OrderBy(l => l.Name).ToBatchPageAsync(
            l => l.OwnerId!.Value, new PagingArguments(first: 2, after: pages[1].CursorAt(1)), TestContext.Current.CancellationToken);
        next[1].Select(l => l.Id).Should().Equal(1, 7);
        (next[1].HasNextPage, next[1].HasPreviousPage, next[1].TotalCount).Should().Be((false, true, null));
    }

    [Fact]
    public async Task A_list_without_a_known_order_cannot_be_cut_for_many_parents() =>
        await FluentActions.Awaiting(() => new[] { "a" }.AsQueryable().ToBatchPageAsync(s => s.Length, new PagingArguments(first: 1)).AsTask())
            .Should().ThrowAsync<InvalidOperationException>();
}
