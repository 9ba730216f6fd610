using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Exams.GraphQL.Configuration;
using Exams.GraphQL.Tests.Surface;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Relay;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Data;

/// <summary>An application that hides its numbers: no id and no cursor shows one, and all of them lead where they did.</summary>
public sealed class KeyMaskTests : IAsyncDisposable
{
    private readonly TestServer _server = new(
        s => s.AddSingleton<IKeyMask, Mirror>(),
        g => g.AddTypes(typeof(PebbleType), typeof(PebbleQueries)).AddGlobalObjectIdentification());

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_id_shows_the_mask_and_is_found_again()
    {
        var ids = (await DataAsync("{ pebbles(first: 3) { nodes { id } } }")).GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!).ToList();

        ids.Should().Equal(Enumerable.Range(1, 3).Select(number => NodeId.Encode("Pebble", new Mirror().Hide(number))));
        (await DataAsync("query($id: ID!) { node(id: $id) { ... on Pebble { name } } }", new { id = ids[1] })).GetProperty("name").GetString().Should().Be("pebble 2");
        (await DataAsync("query($ids: [ID!]!) { nodes(ids: $ids) { ... on Pebble { name } } }", new { ids })).GetArrayLength().Should().Be(3);
        (await DataAsync("query($id: ID!) { nameOf(id: $id) }", new { id = ids[2] })).GetString().Should().Be("pebble 3");
        (await DataAsync("query($ids: [ID!]!) { namesOf(ids: $ids) }", new { ids })).ToString().Should().Be("""["pebble 1","pebble 2","pebble 3"]""");
        (await DataAsync("{ numbers }")).EnumerateArray().Select(id => id.GetString()).Should().Equal(ids);
    }

    [Fact]
    public async Task An_id_with_the_number_itself_is_another_ones_or_nobodys() =>
        (await DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id = NodeId.Encode("Pebble", 1L) })).ValueKind.Should().Be(JsonValueKind.Null);

    [Fact]
    public async Task A_cursor_shows_the_mask_and_pages_lead_on_from_it_in_both_directions()
    {
        var page = await DataAsync("{ pebbles(first: 4) { edges { cursor } pageInfo { startCursor endCursor } } }");
        var cursor = page.GetProperty("pageInfo").GetProperty("endCursor").GetString()!;

        JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursor))![^1].Should().Be(new Mirror().Hide(4).ToString(CultureInfo.InvariantCulture));
        page.GetProperty("edges")[3].GetProperty("cursor").GetString().Should().Be(cursor);
        (await NamesAsync("first: 2, after: $cursor", cursor)).Should().Be("pebble 5, pebble 6");
        (await NamesAsync("last: 2, before: $cursor", cursor)).Should().Be("pebble 2, pebble 3");
    }

    [Fact]
    public async Task What_is_no_number_is_no_place()
    {
        var page = await DataAsync("{ pebbles(first: 1) { pageInfo { endCursor } } }");
        var keys = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(page.GetProperty("pageInfo").GetProperty("endCursor").GetString()))!;
        var forged = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize<string[]>([keys[0], "x"])));

        keys.Should().HaveCount(2);
        (await _server.Ask("query($cursor: String) { pebbles(after: $cursor) { nodes { name } } }", new { cursor = forged })).Should().Contain("HC0078");
    }

    private async Task<string> NamesAsync(string arguments, string cursor) => string.Join(
        ", ",
        (await DataAsync($"query($cursor: String) {{ pebbles({arguments}) {{ nodes {{ name }} }} }}", new { cursor }))
            .GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()));

    private async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        using var answer = JsonDocument.Parse(await _server.Ask(query, variables));
        answer.RootElement.TryGetProperty("errors", out _).Should().BeFalse(answer.RootElement.ToString());
        return answer.RootElement.GetProperty("data").EnumerateObject().First().Value.Clone();
    }

    private sealed class Mirror : IKeyMask
    {
        public long Hide(long number) => number ^ 0x5A5A_5A5A_5A5A_5A5A;

        public long Reveal(long mask) => Hide(mask);
    }
}

public sealed record Pebble(long Id, string Name);

[ObjectType<Pebble>]
[Node]
public static class PebbleType
{
    [NodeResolver]
    public static Pebble? Find(long id) => PebbleQueries.All.FirstOrDefault(pebble => pebble.Id == id);
}

[QueryType]
public static class PebbleQueries
{
    internal static IReadOnlyList<Pebble> All { get; } = [.. Enumerable.Range(1, 9).Select(number => new Pebble(number, $"pebble {number}"))];

    [UsePaging]
    public static IQueryable<Pebble> Pebbles() => All.AsQueryable().OrderBy(pebble => pebble.Id);

    public static string NameOf([ID<Pebble>] long id) => PebbleType.Find(id)!.Name;

    public static IEnumerable<string> NamesOf([ID<Pebble>] IReadOnlyList<long> ids) => ids.Select(NameOf);

    [ID<Pebble>]
    public static IEnumerable<long> Numbers() => All.Take(3).Select(pebble => pebble.Id);
}
