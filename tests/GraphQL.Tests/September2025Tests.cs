using Exams.GraphQL.Execution;
using Exams.GraphQL.Language;
using Exams.GraphQL.Tests.Execution;
using Exams.GraphQL.Tests.Types;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;
using Exams.GraphQL.Types.Validation;

namespace Exams.GraphQL.Tests;

/// <summary>What the edition of September 2025 brought, end to end, in the profile that strangers get.</summary>
public sealed class September2025Tests
{
    private const string Sdl = """
        directive @by(one: One) on FIELD
        input One @oneOf { a: String b: Int c: [One!] d: Deep }
        input Deep { x: One! y: [One!] }
        input Late { text: String! = "t" tags: [String!]! = ["x"] inner: Late }
        type Query { f(one: One, must: One, list: [One], many: [One!], deep: Deep): String g(late: Late! = {}): String h(n: Int! = 3): Int fails: Item! items: [Item!] id(value: ID): ID }
        type Item { name: String! }
        type Subscription { changed: String other: String }
        """;

    [Theory]
    [InlineData("query($v: String) { f(one: { a: $v }) }")]
    [InlineData("query($v: String = \"x\") { f(one: { a: $v }) }")]
    [InlineData("query($v: String) { f(list: [{ a: $v }]) }")]
    [InlineData("query($v: String) { f(list: { a: $v }) }")]
    [InlineData("query($v: String) { f(many: [{ a: $v }]) }")]
    [InlineData("query($v: String) { f(deep: { x: { a: $v } }) }")]
    [InlineData("query($v: String) { f(deep: { x: { a: \"\" }, y: [{ a: $v }] }) }")]
    [InlineData("query($v: String) { f(one: { c: { a: $v } }) }")]
    [InlineData("query($v: String) { f(one: { d: { x: { c: [{ a: $v }] } } }) }")]
    [InlineData("query($v: String) { f @by(one: { a: $v }) }")]
    [InlineData("query($v: String) { ...F } fragment F on Query { f(one: { a: $v }) }")]
    public async Task A_variable_that_may_be_null_is_refused_in_every_one_of_object(string document) =>
        (await Public(document, new { v = "x" })).Should().Contain(
            """Variable \"$v\" is of type \"String\" but must be non-nullable to be used for OneOf Input Object \"One\".""").And.NotContain("\"data\"");

    [Theory]
    [InlineData("query($v: String!) { f(one: { a: $v }, many: [{ a: $v }], deep: { x: { a: $v } }) }")]
    [InlineData("query($v: One) { f(one: $v, list: [$v]) }")]
    [InlineData("query($v: One!) { f(many: [$v], one: { c: [$v] }, deep: { x: $v }) }")]
    public async Task Variables_that_are_never_null_and_whole_objects_fit(string document) =>
        (await Public(document, new { v = document.Contains("String", StringComparison.Ordinal) ? (object)"x" : new { a = "x" } }))
            .Should().Be("""{"data":{"f":null}}""");

    [Fact]
    public async Task The_reference_profile_overlooks_what_the_reference_overlooks()
    {
        (await Ask("query($v: String) { f(list: { a: $v }) }", new { v = "x" }, EngineOptions.Reference)).Should().Be("""{"data":{"f":null}}""");
        (await Ask("query($v: String) { f(one: { a: $v }) }", new { v = "x" }, EngineOptions.Reference)).Should().Contain("must be non-nullable");
    }

    [Theory]
    [InlineData("{ f(one: {}) }", null)]
    [InlineData("{ f(one: { a: \"\", b: 1 }) }", null)]
    [InlineData("{ f(one: { a: null }) }", null)]
    [InlineData("query($v: One) { f(one: $v) }", "{}")]
    [InlineData("query($v: One) { f(one: $v) }", """{ "a": "x", "b": 1 }""")]
    [InlineData("query($v: One) { f(one: $v) }", """{ "a": null }""")]
    [InlineData("query($v: One) { f(one: $v) }", """{ "a": "x", "b": null }""")]
    public async Task Exactly_one_member_is_given_and_not_null(string document, string? value) =>
        (await Public(document, value is null ? null : new { v = System.Text.Json.JsonDocument.Parse(value).RootElement }))
            .Should().Contain("errors").And.NotContain("\"data\"");

    [Fact]
    public async Task Descriptions_stand_on_operations_fragments_and_variables() =>
        (await Public("\"What\" query Q(\"Which\" $n: Int = 4) { ...F } \"\"\"Of\nit\"\"\" fragment F on Query { h(n: $n) }", null)).Should().Be("""{"data":{"h":4}}""");

    [Fact]
    public void A_shorthand_query_bears_no_description() =>
        new Action(() => Parser.Parse("\"What\" { f }")).Should().Throw<FormatException>();

    [Theory]
    [InlineData("mutation { m }", "The mutation operation is not supported by the schema.")]
    [InlineData("query { f } mutation M { m }", "The mutation operation is not supported by the schema.")]
    public async Task An_operation_of_a_kind_that_the_schema_lacks_is_a_validation_error(string document, string message) =>
        (await Public(document, null)).Should().Contain(message).And.NotContain("\"data\"");

    [Fact]
    public async Task Conditions_on_the_root_of_a_subscription_are_refused() =>
        (await Public("subscription($v: Boolean!) { changed @skip(if: $v) other @include(if: $v) }", new { v = true }))
            .Should().Contain("errors").And.NotContain("\"data\"");

    [Theory]
    [InlineData("{ g }", "t:[x]:")]
    [InlineData("{ g(late: {}) }", "t:[x]:")]
    [InlineData("{ g(late: { inner: {} }) }", "t:[x]:t:[x]:")]
    [InlineData("{ g(late: { tags: \"one\" }) }", "t:[one]:")]
    [InlineData("query($l: Late! = { text: \"u\", inner: {} }) { g(late: $l) }", "u:[x]:t:[x]:")]
    public async Task Defaults_are_coerced_as_if_they_had_been_given(string document, string expected) =>
        (await Public(document, null)).Should().Be($$$"""{"data":{"g":"{{{expected}}}"}}""");

    [Theory]
    [InlineData("query($n: Int) { h(n: $n) }", "{}", """{"data":{"h":3}}""")]
    [InlineData("query($n: Int = 5) { h(n: $n) }", "{}", """{"data":{"h":5}}""")]
    public async Task An_argument_without_a_value_takes_its_default(string document, string variables, string expected) =>
        (await Public(document, System.Text.Json.JsonDocument.Parse(variables).RootElement)).Should().Be(expected);

    [Fact]
    public async Task A_null_where_none_may_be_takes_the_position_with_it_and_its_path_says_where()
    {
        (await Public("{ items { name } }", null)).Should().Contain("\"path\":[\"items\",1,\"name\"]").And.EndWith("\"data\":{\"items\":null}}");
        (await Public("{ x: fails { name } }", null)).Should().Contain("\"path\":[\"x\"]").And.EndWith("\"data\":null}");
    }

    [Theory]
    [InlineData("{ nope }")]
    [InlineData("{ f")]
    [InlineData("query($n: Int!) { h(n: $n) }")]
    public async Task A_request_that_is_refused_has_no_data(string document) =>
        (await Public(document, null)).Should().Contain("errors").And.NotContain("\"data\"");

    [Theory]
    [InlineData("""{ id(value: "\u{1F600}") }""", "\U0001F600")]
    [InlineData("""{ id(value: "\uD83D\uDE00") }""", "\U0001F600")]
    [InlineData("{ id(value: \"\U0001F600\") }", "\U0001F600")]
    [InlineData("{ id(value: 7) }", "7")]
    public async Task All_of_unicode_is_text_and_ids_are_text_too(string document, string expected) =>
        (await Public(document, null)).Should().BeOneOf($$$"""{"data":{"id":"{{{expected}}}"}}""", """{"data":{"id":"\uD83D\uDE00"}}""");

    [Theory]
    [InlineData("""{ id(value: "\uD83D") }""")]
    [InlineData("""{ id(value: "\uDE00\uD83D") }""")]
    [InlineData("""{ id(value: "\u{D83D}") }""")]
    [InlineData("""{ id(value: "\u{110000}") }""")]
    public async Task Halves_of_characters_are_refused(string document) =>
        (await Public(document, null)).Should().Contain("Invalid Unicode escape sequence");

    [Theory]
    [InlineData("type Query { a(b: Int! @deprecated): Int }", "Required argument Query.a(b:) cannot be deprecated.")]
    [InlineData("type Query { a(i: I): Int } input I { b: Int! @deprecated }", "Required input field I.b cannot be deprecated.")]
    [InlineData("type Query { a: Int @deprecated(reason: null) }", "Argument \"reason\" of non-null type \"String!\" must not be null.")]
    [InlineData("interface N { a: Int } type Query implements N { a: Int @deprecated }", "deprecated")]
    [InlineData("input O @oneOf { a: Int! } type Query { a(o: O): Int }", "OneOf input field O.a must be nullable.")]
    [InlineData("input O @oneOf { a: Int = 1 } type Query { a(o: O): Int }", "OneOf input field O.a cannot have a default value.")]
    public void A_schema_that_breaks_the_new_rules_is_refused(string sdl, string message)
    {
        var faults = Recorded.Errors(Exams.GraphQL.Types.Validation.Sdl.SdlValidator.Validate(Parser.Parse(sdl)));
        try
        {
            faults += Recorded.Errors(SchemaValidator.Validate(SchemaBuilder.FromSdl(sdl, new SdlOptions { AssumeValid = true })));
        }
        catch (SchemaException refused)
        {
            faults += refused.Message;
        }

        faults.Should().Contain(message);
    }

    [Fact]
    public void What_an_interface_has_deprecated_may_be_deprecated_and_defaults_free_from_being_required() =>
        SchemaValidator.Validate(SchemaBuilder.FromSdl(
            "interface N { a(b: Int! = 1 @deprecated): Int @deprecated } type Query implements N { a(b: Int! = 1 @deprecated): Int @deprecated }"))
            .Should().BeEmpty();

    private static Task<string> Public(string document, object? variables) => Ask(document, variables, EngineOptions.Public);

    private static Task<string> Ask(string document, object? variables, EngineOptions options) =>
        Run.TextAsync(Engine.Create(Schema(), options), document, variables);

    private static Schema Schema() => Run.Schema(
        Sdl,
        ("Query.f", Run.Sync(_ => null)),
        ("Query.g", Run.Sync(c => Say(c.Argument(0).Value))),
        ("Query.h", Run.Sync(c => c.Argument(0).Value)),
        ("Query.id", Run.Sync(c => c.Argument(0).Value)),
        ("Query.fails", Run.Sync(_ => null)),
        ("Query.items", Run.Sync(_ => new[] { new Item("a"), new Item(null) })),
        ("Item.name", new PropertyResolver(i => ((Item)i).Name)));

    private static string Say(object? late) => late is IReadOnlyDictionary<string, object?> given
        ? $"{given["text"]}:[{string.Join(',', ((System.Collections.IEnumerable)given["tags"]!).Cast<object?>())}]:{Say(given.GetValueOrDefault("inner"))}"
        : "";

    private sealed record Item(string? Name);
}
