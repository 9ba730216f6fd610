using System.Globalization;
using System.Text;
using System.Text.Json;
using Exams.GraphQL.Execution;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Documents and variables meant to hurt: the process lives, and the answer comes soon and short.</summary>
public sealed class HostileTests
{
    [Fact]
    public async Task A_chain_of_ten_thousand_fragments_runs()
    {
        var text = new StringBuilder("{ ...F0 }");
        for (var i = 0; i < 10_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $" fragment F{i} on Query {{ ...F{i + 1} }}");
        }

        (await AskAsync(text + " fragment F10000 on Query { x }")).Should().Be("""{"data":{"x":1}}""");
    }

    [Fact]
    public async Task A_fan_out_of_fragments_costs_what_its_answer_costs()
    {
        // Each level asks twice for the next: a billion paths, but only one object stands below.
        var text = new StringBuilder("{ none { ...F0 } }");
        for (var i = 0; i < 30; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $" fragment F{i} on Node {{ a: none {{ ...F{i + 1} }} b: none {{ ...F{i + 1} }} }}");
        }

        (await AskAsync(text + " fragment F30 on Node { x }", validated: false)).Should().Be("""{"data":{"none":null}}""");
    }

    [Fact]
    public async Task Fragments_in_a_circle_end_where_the_data_end()
    {
        (await AskAsync("{ node { ...F } } fragment F on Node { x none { ...F } ...F }", validated: false)).Should().Be("""{"data":{"node":{"x":1,"none":null}}}""");
    }

    [Fact]
    public async Task Thousands_of_conditions_make_no_thousands_of_plans()
    {
        var variables = Enumerable.Range(0, 300).Select(i => $"v{i}").ToList();
        var document = $"query({string.Join(' ', variables.Select(v => $"${v}: Boolean!"))}) {{ {string.Join(' ', variables.Select(v => $"{v}: x @include(if: ${v})"))} }}";
        var executor = Executor(validated: true);
        for (var round = 0; round < 50; round++)
        {
            var values = variables.ToDictionary(v => v, v => v == $"v{round}");
            (await Run.TextAsync(executor, document, values)).Should().Be($"{{\"data\":{{\"v{round}\":1}}}}");
        }
    }

    [Fact]
    public async Task A_hundred_thousand_unknown_members_are_refused_at_once()
    {
        var flood = JsonSerializer.SerializeToElement(Enumerable.Range(0, 100_000).ToDictionary(i => $"m{i}", i => i));
        var text = await Run.TextAsync(Executor(validated: true), "query($i: In) { take(i: $i) }", new { i = flood });
        text.Should().Contain("Too many errors").And.NotContain("\"data\"");
        text.Length.Should().BeLessThan(4_000);
    }

    [Fact]
    public async Task Deep_variables_and_wide_lists_come_through()
    {
        var wide = JsonSerializer.SerializeToElement(Enumerable.Range(0, 50_000).Select(i => new { a = i }));
        (await Run.TextAsync(Executor(validated: true), "query($l: [In!]) { many(l: $l) }", new { l = wide })).Should().Be("""{"data":{"many":50000}}""");

        var deep = "{\"a\":1}";
        for (var i = 0; i < 60; i++)
        {
            deep = $"{{\"inner\":{deep}}}";
        }

        (await Run.TextAsync(Executor(validated: true), "query($i: In) { take(i: $i) }", new { i = JsonElement.Parse(deep) })).Should().Be("""{"data":{"take":1}}""");
    }

    [Theory]
    [InlineData("{ x @skip }")]
    [InlineData("{ x @include(if: 5) }")]
    [InlineData("query($c: Boolean) { x @include(if: $c) }")]
    [InlineData("query($c: Boolean) { node { x @include(if: $c) } }")]
    [InlineData("{ x { y } take { z } many(l: {a: {b: $c}}) nope(a: 1) }")]
    [InlineData("{ x(no: 1) node }")]
    public async Task Documents_nobody_validated_never_throw(string document)
    {
        var text = await AskAsync(document, validated: false);
        JsonDocument.Parse(text).RootElement.ValueKind.Should().Be(JsonValueKind.Object);
    }

    private static Task<string> AskAsync(string document, bool validated = true) => Run.TextAsync(Executor(validated), document);

    private static RequestExecutor Executor(bool validated)
    {
        var schema = Run.Schema(
            "type Query { x: Int none: Node node: Node take(i: In): Int many(l: [In!]): Int } type Node { x: Int none: Node } input In { a: Int inner: In }",
            ("Query.x", Run.Sync(_ => 1)),
            ("Query.none", Run.Sync(_ => null)),
            ("Query.node", Run.Sync(_ => new object())),
            ("Node.x", Run.Sync(_ => 1)),
            ("Node.none", Run.Sync(_ => null)),
            ("Query.take", Run.Sync(c => c.Argument(0).HasValue ? 1 : 0)),
            ("Query.many", Run.Sync(c => (c.Argument(0).Value as List<object?>)?.Count)));
        return validated ? Engine.Create(schema, EngineOptions.Public with { MaxAliases = 1_000, MaxTokens = 200_000 }) : Run.Unvalidated(schema, EngineOptions.Public);
    }
}
