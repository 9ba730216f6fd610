using Exams.GraphQL.Execution;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>What <c>@defer</c> and <c>@stream</c> do: what comes when, what happens to errors, and where it stops. That payloads are those of
/// the reference implementation is <see cref="Golden.GoldenIncrementalTests"/>'.</summary>
public sealed class IncrementalTests
{
    private const string Sdl = """
        type Query { now: String later(key: String): String box: Box must: Box! boxes: [Box!] selected: Selected }
        type Box { now: String later(key: String): String mustLater(key: String): String! box: Box watched: [Box!] }
        type Selected { a: String b: String names: String }
        type Mutation { step(name: String!): Box }
        type Subscription { events: Box }
        """;

    private readonly Dictionary<string, TaskCompletionSource<object?>> _gates = [];
    private readonly List<string> _ran = [];

    [Fact]
    public async Task The_beginning_does_not_wait_for_what_is_put_off()
    {
        await using var parts = await InParts.AskAsync(Executor(), """{ now ... @defer(label: "L") { later(key: "a") } }""");

        (await parts.NextAsync()).Should().Be("""{"data":{"now":"now"},"pending":[{"id":"0","path":[],"label":"L"}],"hasNext":true}""");
        var next = parts.NextAsync();
        next.IsCompleted.Should().BeFalse();
        Open("a", "at last");
        (await next).Should().Be("""{"hasNext":false,"incremental":[{"id":"0","data":{"later":"at last"}}],"completed":[{"id":"0"}]}""");
        (await parts.NextAsync()).Should().BeNull();
    }

    [Fact]
    public async Task What_is_ready_first_comes_first()
    {
        await using var parts = await InParts.AskAsync(
            Executor(), """{ ... @defer { a: later(key: "a") } box { ... @defer { b: later(key: "b") } } }""");

        (await parts.NextAsync()).Should().Be("""{"data":{"box":{}},"pending":[{"id":"0","path":["box"]},{"id":"1","path":[]}],"hasNext":true}""");
        var next = parts.NextAsync();
        Open("b", "B");
        (await next).Should().Be("""{"hasNext":true,"incremental":[{"id":"0","data":{"b":"B"}}],"completed":[{"id":"0"}]}""");
        next = parts.NextAsync();
        Open("a", "A");
        (await next).Should().Be("""{"hasNext":false,"incremental":[{"id":"1","data":{"a":"A"}}],"completed":[{"id":"1"}]}""");
    }

    [Fact]
    public async Task Who_cannot_take_parts_gets_everything_at_once()
    {
        Open("a", "A");
        (await Run.TextAsync(Executor(), """{ ... @defer { later(key: "a") } now boxes @stream { now } }"""))
            .Should().Be("""{"data":{"later":"A","now":"now","boxes":[{"now":"now"},{"now":"now"},{"now":"now"}]}}""");
    }

    [Fact]
    public async Task A_response_of_which_nothing_is_left_comes_at_once()
    {
        using var response = (Response)await Executor().ExecuteAsync(
            InParts.Request("query($if: Boolean!) { now ... @defer(if: $if) { n: now } }", new { @if = false }), TestContext.Current.CancellationToken);

        System.Text.Encoding.UTF8.GetString(response.Body.Span).Should().Be("""{"data":{"now":"now","n":"now"}}""");
    }

    [Fact]
    public async Task Schemas_have_the_directives_only_when_they_are_asked_to()
    {
        var plain = Engine.Create(Run.Schema("type Query { a: String }"), EngineOptions.Reference);
        (await Run.TextAsync(plain, "{ ... @defer { a } }")).Should().Contain("""Unknown directive \"@defer\".""");
        (await Run.TextAsync(plain, "{ __schema { directives { name } } }")).Should().NotContain("defer").And.NotContain("stream");

        SchemaPrinter.Print(Executor().Schema).Should().Contain("on FRAGMENT_SPREAD | INLINE_FRAGMENT").And.Contain("directive @stream(");
    }

    [Fact]
    public async Task A_null_that_a_part_cannot_hold_is_the_end_of_the_part_alone()
    {
        Open("a", null);
        Open("b", "B");
        var all = await InParts.AllAsync(Executor(), """{ must { now ... @defer { mustLater(key: "a") box { now } } ... @defer { later(key: "b") } } }""");

        all[0].Should().StartWith("""{"data":{"must":{"now":"now"}},"pending":[""");
        all[^1].Should().Contain("""{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Box.mustLater.","locations":[{"line":1,"column":27}],"path":["must","mustLater"]}]}""")
            .And.Contain("""{"id":"1","data":{"later":"B"}}""").And.Contain("""{"id":"1"}]""");
    }

    [Fact]
    public async Task A_list_that_waits_with_a_part_that_fails_is_closed()
    {
        await using (var parts = await InParts.AskAsync(
            Executor(), """{ box { ... @defer { watched @stream(initialCount: 1) { now } x: mustLater(key: "a") } ... @defer { x: mustLater(key: "a") } } }"""))
        {
            await parts.NextAsync();
            var next = parts.NextAsync();
            Open("a", null);
            (await next).Should().Contain("Cannot return null");
        }

        _ran.Should().Equal("later a", "closed");
    }

    [Fact]
    public async Task An_object_that_becomes_null_later_takes_what_it_put_off_with_it()
    {
        var asking = InParts.AskAsync(
            Executor(), """{ box { ... @defer { lost: later(key: "x") } box { mustLater(key: "a") ... @defer { lost: later(key: "x") } } } }""");
        Open("a", null);
        await using var parts = await asking;

        (await parts.NextAsync()).Should().Contain("""{"data":{"box":{"box":null}},"pending":[{"id":"0","path":["box"]}],"hasNext":true}"""[1..]);
    }

    [Fact]
    public async Task Beyond_the_cap_things_are_written_where_they_stand()
    {
        var all = await InParts.AllAsync(
            Executor(EngineOptions.Reference with { MaxPendingParts = 4 }), "{ boxes { ... @defer { now } } }");

        // A fragment and its fields count two; the list has three.
        all[0].Should().Be("""{"data":{"boxes":[{},{},{"now":"now"}]},"pending":[{"id":"0","path":["boxes",0]},{"id":"1","path":["boxes",1]}],"hasNext":true}""");
        var again = await InParts.AllAsync(Executor(EngineOptions.Reference with { MaxPendingParts = 1 }), "{ boxes @stream { now ... @defer { n: now } } }");
        again[1].Should().Contain("""{"id":"0","items":[{"now":"now","n":"now"},{"now":"now","n":"now"},{"now":"now","n":"now"}]}""");
    }

    [Fact]
    public async Task When_the_time_is_up_what_is_missing_is_an_error()
    {
        var all = await InParts.AllAsync(
            Executor(EngineOptions.Reference with { ExecutionTimeout = TimeSpan.FromMilliseconds(100) }), """{ now ... @defer { later(key: "never") } }""");

        all.Should().HaveCount(2);
        all[1].Should().StartWith("""{"hasNext":false,"completed":[{"id":"0","errors":[{"message":"The request exceeded the configured timeout of `00:00:00.1000000`.""")
            .And.Contain("HC0045");
    }

    [Fact]
    public async Task When_the_client_goes_resolvers_are_told()
    {
        using var client = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var parts = await InParts.AskAsync(Executor(), InParts.Request("""{ now ... @defer { later(key: "never") } }"""), client.Token);
        await parts.NextAsync();
        var next = parts.NextAsync();

        await client.CancelAsync();

        await FluentActions.Awaiting(() => next).Should().ThrowAsync<OperationCanceledException>();
        await _gates["never"].Task.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        _gates["never"].Task.IsCanceled.Should().BeTrue();
    }

    [Fact]
    public async Task Who_reads_no_further_ends_the_work()
    {
        await using (var parts = await InParts.AskAsync(Executor(), """{ now ... @defer { later(key: "never") } }"""))
        {
            await parts.NextAsync();
        }

        _ran.Should().BeEmpty("what is put off is begun when the beginning was read");
    }

    [Fact]
    public async Task Mutations_are_done_before_what_they_put_off_begins()
    {
        Open("x", "X");
        var all = await InParts.AllAsync(
            Executor(), """mutation { a: step(name: "a") { ... @defer { later(key: "x") } } b: step(name: "b") { now } }""");

        all[0].Should().StartWith("""{"data":{"a":{},"b":{"now":"now"}},"pending":[""");
        all[1].Should().Contain("""{"later":"X"}""");
        _ran.Should().Equal("step a", "step b", "later x");
    }

    [Fact]
    public async Task A_resolver_sees_what_is_asked_for_later_too()
    {
        var all = await InParts.AllAsync(Executor(), "{ selected { a ... @defer { b } names } }");

        all[0].Should().Contain("\"names\":\"a,b\"");
    }

    [Theory]
    [InlineData(-1, "initialCount must be a positive integer")]
    [InlineData(null, "Argument \\\"initialCount\\\" of non-null type \\\"Int!\\\" must not be null.")]
    public async Task How_many_items_come_at_once_is_said_sensibly(int? count, string reason)
    {
        using var response = (Response)await Executor().ExecuteAsync(
            InParts.Request("query($n: Int = 1) { boxes @stream(initialCount: $n) { now } }", new { n = count }), TestContext.Current.CancellationToken);

        System.Text.Encoding.UTF8.GetString(response.Body.Span).Should()
            .Be($$$"""{"errors":[{"message":"{{{reason}}}","locations":[{"line":1,"column":22}],"path":["boxes"]}],"data":{"boxes":null}}""");
    }

    [Fact]
    public async Task A_fragment_met_twice_in_what_is_put_off_counts_once()
    {
        var all = await InParts.AllAsync(Executor(), """{ ... @defer { ...f ...f } } fragment f on Query { later(key: "!") }""");

        all[1].Should().Contain("""{"message":"no","locations":[{"line":1,"column":52}],"path":["later"]}""");
    }

    [Fact]
    public async Task A_payload_is_sent_however_long_its_pieces_are()
    {
        for (var length = 0; length < 120; length++)
        {
            var label = new string('l', length);
            await using var parts = await InParts.AskAsync(
                Executor(), $$"""{ boxes @stream(initialCount: 2) { {{new string('k', 60)}}: now ... @defer(label: "{{label}}") { later(key: "never{{length}}") } } }""");
            await parts.NextAsync();

            (await parts.NextAsync()).Should().Contain("\"items\":").And.Contain($"\"label\":\"{label}\"");
        }
    }

    [Fact]
    public async Task Errors_are_limited_over_all_payloads()
    {
        var all = await InParts.AllAsync(
            Executor(EngineOptions.Reference with { MaxFieldErrors = 2 }),
            """{ a: later(key: "!") ... @defer { b: later(key: "!") c: later(key: "!") } boxes { ... @defer { d: later(key: "!") } } }""");

        string.Concat(all).Split("\"message\"").Length.Should().Be(3);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(250)]
    public async Task A_long_list_comes_in_order_a_hundred_items_at_a_time(int count)
    {
        var executor = Engine.Create(
            SchemaBuilder.FromSdl("type Query { many: [Int!] }", new SdlOptions
            {
                IncrementalDelivery = true,
                Resolver = (_, _) => new MethodResolver(_ => Enumerable.Range(0, count)),
            }),
            EngineOptions.Reference);
        var items = new List<int>();
        foreach (var payload in await InParts.AllAsync(executor, "{ many @stream }"))
        {
            using var json = System.Text.Json.JsonDocument.Parse(payload);
            if (json.RootElement.TryGetProperty("incremental", out var incremental))
            {
                var page = incremental.EnumerateArray().Should().ContainSingle().Which.GetProperty("items").EnumerateArray().Select(i => i.GetInt32()).ToList();
                page.Should().HaveCountLessThanOrEqualTo(100);
                items.AddRange(page);
            }
        }

        items.Should().Equal(Enumerable.Range(0, count));
    }

    [Fact]
    public async Task What_is_put_off_costs_as_much_as_what_is_not()
    {
        var executor = Executor();
        var plain = await Run.TextAsync(executor, Cost("{ now boxes { later(key: \"a\") box { now } } }", CostMode.Validate), TestContext.Current.CancellationToken);
        await using var parts = await InParts.AskAsync(
            executor, Cost("{ now boxes { ... @defer { later(key: \"a\") ... @defer { box { now } } } } }", CostMode.Report), TestContext.Current.CancellationToken);

        var field = plain[plain.IndexOf("\"fieldCost\":", StringComparison.Ordinal)..].Split(',')[0];
        (await parts.NextAsync()).Should().Contain(field + ",");

        static OperationRequest Cost(string document, CostMode mode) => InParts.Request(document, cost: mode);
    }

    private RequestExecutor Executor(EngineOptions? options = null)
    {
        var schema = SchemaBuilder.FromSdl(Sdl, new SdlOptions { IncrementalDelivery = true, Resolver = (type, field) => Resolver(type.Name, field.Name) });
        return Engine.Create(schema, options ?? EngineOptions.Reference);
    }

    private FieldResolver Resolver(string type, string field) => (type, field) switch
    {
        (_, "now") => new MethodResolver(_ => "now"),
        (_, "boxes") => new MethodResolver(_ => new[] { new object(), new object(), new object() }),
        (_, "watched") => new MethodResolver(_ => Watched()),
        (_, "later" or "mustLater") => new TaskResolver(LaterAsync),
        (_, "step") => new MethodResolver(context =>
        {
            _ran.Add("step " + context.ArgumentValue<string>("name"));
            return new object();
        }),
        ("Selected", "names") => new MethodResolver(context => context.Source),
        (_, "selected") => new MethodResolver(context => string.Join(',', new[] { "a", "b", "c" }.Where(context.IsSelected))),
        ("Selected", _) => new MethodResolver(_ => field),
        _ => new MethodResolver(_ => new object()),
    };

    private IEnumerable<object> Watched()
    {
        try
        {
            yield return new object();
            yield return new object();
        }
        finally
        {
            _ran.Add("closed");
        }
    }

    private async ValueTask<object?> LaterAsync(IResolverContext context)
    {
        var key = context.ArgumentValue<string>("key");
        _ran.Add("later " + key);
        if (key == "!")
        {
            throw new GraphQLException("no");
        }

        var gate = Gate(key);
        await using var gone = context.RequestAborted.UnsafeRegister(_ => gate.TrySetCanceled(), null);
        return await gate.Task;
    }

    private void Open(string key, object? value) => Gate(key).TrySetResult(value);

    private TaskCompletionSource<object?> Gate(string key)
    {
        lock (_gates)
        {
            return _gates.TryGetValue(key, out var gate) ? gate : _gates[key] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
