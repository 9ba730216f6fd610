using System.Text.Json;
using System.Threading.Channels;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>What is to come is capped (<see cref="EngineOptions.MaxPendingParts"/>), and whatever becomes of it makes room for as much again: no
/// less, or long responses would end up in one piece, and no more, or the cap would be none.</summary>
public sealed class PendingCapTests
{
    private const string Sdl = """
        type Query { items: [Item] }
        type Item { box: Box probes: [Box!] }
        type Box { now: String bad: String! badLater: String! badOnce: String! later: String box: Box lateBox: Box laterBox: Box boxes: [Box!] maybe: [Box] broken: [Box!] }
        """;

    private const int Times = 6;
    private const int Room = 10;

    // What waits for it goes on at once when it is set.
    private readonly TaskCompletionSource _late = new();

    [Theory]
    [InlineData("... @defer { now }")]
    [InlineData("... @defer { now ... @defer { n: now } }")]
    [InlineData("... @defer { ... @defer { now } }")]
    [InlineData("now ... @defer { now }")]
    [InlineData("now ... @defer { now box { now ... @defer { n: now } } }")]
    [InlineData("... @defer { bad }")]
    [InlineData("... @defer { badLater now }")]
    [InlineData("... @defer { bad ... @defer { now ... @defer { n: now } } }")]
    [InlineData("... @defer { now n: now } ... @defer { n: now bad }")]
    [InlineData("... @defer { now bad } ... @defer { n: now bad }")]
    [InlineData("... @defer { box { badLater ... @defer { now } } }")]
    [InlineData("... @defer { box { ... @defer { now } bad } }")]
    [InlineData("... @defer { box { badLater boxes @stream { now } } }")]
    [InlineData("box { badLater ... @defer { now ... @defer { n: now } } boxes @stream { now } }")]
    [InlineData("... @defer { boxes @stream { now } }")]
    [InlineData("... @defer { badLater boxes @stream { now } }")]
    [InlineData("boxes @stream { now }")]
    [InlineData("boxes @stream(initialCount: 2) { now }")]
    [InlineData("boxes @stream(initialCount: 3) { now }")]
    [InlineData("boxes @stream(initialCount: 4) { now }")]
    [InlineData("boxes @stream(initialCount: 1) { bad }")]
    [InlineData("boxes @stream { bad }")]
    [InlineData("boxes @stream { badLater }")]
    [InlineData("maybe @stream { badLater }")]
    [InlineData("broken @stream { now }")]
    [InlineData("broken @stream(initialCount: 3) { now }")]
    [InlineData("boxes @stream { badLater boxes @stream { now } }")]
    [InlineData("boxes @stream { now ... @defer { n: now } }")]
    [InlineData("boxes @stream { badLater ... @defer { now } }")]
    [InlineData("boxes @stream { bad ... @defer { now } }")]
    [InlineData("boxes @stream { box { ... @defer { now } } bad }")]
    [InlineData("boxes @stream { box { ... @defer { now } } badLater }")]
    [InlineData("boxes @stream { box { later ... @defer { now } } bad }")]
    [InlineData("boxes @stream { badOnce box { later box { ... @defer { now } } } }")]
    [InlineData("boxes @stream { badOnce box { lateBox { ... @defer { now } } } }")]
    [InlineData("boxes @stream { boxes @stream { now } bad }")]
    [InlineData("... @defer { box { now ... @defer { n: now } } bad }")]
    [InlineData("... @defer { box { now ... @defer { n: now } } badLater }")]
    [InlineData("... @defer { box { boxes @stream { now } } bad }")]
    [InlineData("... @defer { box { boxes @stream { now } } badLater }")]
    [InlineData("... @defer { bad box { later box { ... @defer { now } } } } ... @defer { worse: bad box { later box { ... @defer { now } } } }")]
    [InlineData("... @defer { bad box { laterBox { ... @defer { now } } } } ... @defer { worse: bad box { laterBox { ... @defer { now } } } }")]
    [InlineData("... @defer { laterBox { ... @defer { now } } bad }")]
    public async Task What_is_over_makes_room_for_as_much(string selection)
    {
        var items = Channel.CreateUnbounded<object?>();
        await using var parts = await InParts.AskAsync(Executor(items.Reader), $"{{ items @stream {{ box {{ {selection} }} probes {{ ... @defer {{ now }} }} }} }}");
        var open = new HashSet<string>();
        Note(await parts.NextAsync(), open);
        for (var i = 0; i < Times; i++)
        {
            items.Writer.TryWrite(new object());
            do
            {
                Note(await parts.NextAsync(), open);
            }
            while (open.Count > 1);
        }

        _late.SetResult();
        items.Writer.TryWrite("probe");
        var last = await parts.NextAsync();

        last!.Split("\"probes\",").Length.Should().Be(1 + (Room / 2), "a fragment and its fields count two");
    }

    private static void Note(string? payload, HashSet<string> open)
    {
        using var json = JsonDocument.Parse(payload!);
        open.UnionWith(Ids(json.RootElement, "pending"));
        open.ExceptWith(Ids(json.RootElement, "completed"));
    }

    private static List<string> Ids(JsonElement payload, string member) =>
        payload.TryGetProperty(member, out var list) ? [.. list.EnumerateArray().Select(e => e.GetProperty("id").GetString()!)] : [];

    private RequestExecutor Executor(ChannelReader<object?> items)
    {
        var three = new[] { new object(), new object(), new object() };
        return Engine.Create(
            SchemaBuilder.FromSdl(Sdl, new SdlOptions
            {
                IncrementalDelivery = true,
                Resolver = (_, field) => field.Name switch
                {
                    "items" => new TaskResolver(async c => await OpenList.ReadAsync(items.ReadAllAsync(c.RequestAborted), 0, c.RequestAborted)),
                    "probes" => new MethodResolver(c => c.Source is "probe" ? Enumerable.Repeat(new object(), 20) : null),
                    "box" => new MethodResolver(c => c.Source is "probe" ? null : new object()),
                    "now" => new MethodResolver(_ => "now"),
                    "bad" => new MethodResolver(_ => throw new GraphQLException("bad")),
                    "badLater" => new TaskResolver(async _ =>
                    {
                        await Task.Yield();
                        throw new GraphQLException("bad later");
                    }),
                    "badOnce" => new TaskResolver(async c =>
                    {
                        await Task.Yield();
                        return ReferenceEquals(c.Source, three[0]) ? throw new GraphQLException("bad") : "good";
                    }),
                    "lateBox" => new TaskResolver(async _ =>
                    {
                        await _late.Task;
                        return "late";
                    }),
                    "later" or "laterBox" => new TaskResolver(async c =>
                    {
                        await Task.Yield();
                        return "later";
                    }),
                    "boxes" or "maybe" => new MethodResolver(_ => three),
                    "broken" => new MethodResolver(_ => Broken()),
                    _ => new MethodResolver(_ => new object()),
                },
            }),
            EngineOptions.Reference with { MaxPendingParts = 1 + Room });
    }

    private static IEnumerable<object> Broken()
    {
        yield return new object();
        yield return new object();
        throw new GraphQLException("broken");
    }
}
