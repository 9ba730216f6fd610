using Exams.GraphQL.Execution;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Values that come later: their place in the response, and nulls that come up from them.</summary>
public sealed class SlotTests
{
    private const string Sdl = """
        type Query { top: Level must: Level! names: [String!] later(ms: Int!, text: String): String }
        type Level { id: Int down: Level mustDown: Level! list: [Level!] mustList: [Level!]! leaf: Int mustLeaf: Int! maybe: [Level] }
        """;

    [Theory]
    [InlineData("{ top { id mustLeaf } }", """{"top":null}""", "top mustLeaf")]
    [InlineData("{ top { id down { id mustLeaf } } }", """{"top":{"id":1,"down":null}}""", "top down mustLeaf")]
    [InlineData("{ top { id down { mustDown { mustDown { mustLeaf } } id } } }", """{"top":{"id":1,"down":null}}""", "top down mustDown mustDown mustLeaf")]
    [InlineData("{ top { mustDown { mustLeaf } } leaf: top { id } }", """{"top":null,"leaf":{"id":1}}""", "top mustDown mustLeaf")]
    [InlineData("{ must { mustDown { mustLeaf } } top { id } }", "null", "must mustDown mustLeaf")]
    [InlineData("{ top { list { mustLeaf } id } }", """{"top":{"list":null,"id":1}}""", "top list 0 mustLeaf")]
    [InlineData("{ top { mustList { mustLeaf } id } }", """{"top":null}""", "top mustList 0 mustLeaf")]
    [InlineData("{ top { maybe { mustLeaf } id } }", """{"top":{"maybe":[null,null],"id":1}}""", "top maybe 0 mustLeaf")]
    [InlineData("{ top { maybe { list { mustDown { mustLeaf } } } id } }", """{"top":{"maybe":[{"list":null},{"list":null}],"id":1}}""", "top maybe 0 list 0 mustDown mustLeaf")]
    [InlineData("{ top { leaf maybe { id down { leaf } } } }", """{"top":{"leaf":null,"maybe":[{"id":1,"down":{"leaf":null}},{"id":1,"down":{"leaf":null}}]}}""", null)]
    public async Task A_null_falls_on_the_nearest_nullable_parent_however_it_comes(string document, string data, string? path)
    {
        // Every mixture of fields that are there at once and fields that take their time.
        for (var late = 0; late < 1 << 7; late++)
        {
            var text = await Run.TextAsync(Engine.Create(Schema(late), EngineOptions.Reference), document);
            text.Should().EndWith($"\"data\":{data}}}", $"mixture {late}");
            if (path is not null)
            {
                // Of several items that may come first, any can be the one that is named.
                var steps = path.Split(' ').Select(s => s == "0" ? "[01]" : $"\"{s}\"");
                text.Should().MatchRegex($"\"path\":\\[{string.Join(',', steps)}\\]");
            }
            else
            {
                text.Should().NotContain("errors");
            }
        }
    }

    [Fact]
    public async Task Keys_stand_in_the_order_of_the_document_whatever_comes_first()
    {
        var executor = Engine.Create(Schema(0), EngineOptions.Reference);
        (await Run.TextAsync(executor, """{ a: later(ms: 30, text: "a") b: later(ms: 1, text: "b") c: later(ms: 15, text: "c") __typename d: later(ms: 0) }"""))
            .Should().Be("""{"data":{"a":"a","b":"b","c":"c","__typename":"Query","d":null}}""");
    }

    [Fact]
    public async Task Fields_of_a_query_wait_side_by_side()
    {
        var (running, most) = (0, 0);
        var schema = Run.Schema("type Query { wait: Int }", ("Query.wait", Run.Async(async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(20);
            Interlocked.Decrement(ref running);
            return 1;
        })));
        await Run.TextAsync(Engine.Create(schema, EngineOptions.Reference), "{ a: wait b: wait c: wait d: wait }");
        most.Should().Be(4);
    }

    [Fact]
    public async Task What_was_cut_away_brings_no_further_errors()
    {
        var schema = Run.Schema(
            "type Query { top: Top } type Top { now: Int! late: Int }",
            ("Query.top", Run.Sync(_ => new object())),
            ("Top.now", Run.Sync(_ => null)),
            ("Top.late", Run.Async(async _ =>
            {
                await Task.Delay(5);
                throw new InvalidOperationException("late");
            })));
        (await Run.TextAsync(Engine.Create(schema, EngineOptions.Reference), "{ top { late now } }")).Should().Be(
            """{"errors":[{"message":"Cannot return null for non-nullable field Top.now.","locations":[{"line":1,"column":14}],"path":["top","now"]}],"data":{"top":null}}""");
    }

    [Fact]
    public async Task Ten_thousand_late_items_come_out_in_order()
    {
        var schema = Run.Schema(
            "type Query { items: [Item!]! } type Item { id: Int! twice: Int! }",
            ("Query.items", Run.Sync(_ => Enumerable.Range(0, 10_000).Cast<object>().ToList())),
            ("Item.id", Run.Sync(c => c.Source)),
            ("Item.twice", Run.Async(async c =>
            {
                await Task.Yield();
                return (int)c.Source! * 2;
            })));
        var text = await Run.TextAsync(Engine.Create(schema, EngineOptions.Reference), "{ items { id twice } }");
        text.Should().Be("{\"data\":{\"items\":[" + string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"{{\"id\":{i},\"twice\":{i * 2}}}")) + "]}}");
    }

    private static Schema Schema(int late)
    {
        var level = new object();
        FieldResolver Maybe(int bit, object? value) => (late & (1 << bit)) == 0 ? Run.Sync(_ => value) : Run.Async(async _ =>
        {
            await Task.Yield();
            return value;
        });
        return Run.Schema(
            Sdl,
            ("Query.top", Maybe(0, level)), ("Query.must", Maybe(0, level)),
            ("Level.id", Maybe(1, 1)), ("Level.down", Maybe(2, level)), ("Level.mustDown", Maybe(3, level)),
            ("Level.list", Maybe(4, new[] { level, level })), ("Level.mustList", Maybe(4, new[] { level, level })), ("Level.maybe", Maybe(5, new[] { level, level })),
            ("Level.leaf", Maybe(6, null)), ("Level.mustLeaf", Maybe(6, null)),
            ("Query.later", Run.Async(async c =>
            {
                await Task.Delay((int)c.Argument(0).Value!);
                return c.Argument(1).Value;
            })));
    }
}
