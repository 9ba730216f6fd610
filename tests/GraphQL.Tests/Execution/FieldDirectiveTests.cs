using System.Text;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Directives of the application at fields: they stand between the field and its resolver.</summary>
public sealed class FieldDirectiveTests
{
    [Theory]
    [InlineData("""{ read @say(word: "a") }""", """{"data":{"read":"a(1)"}}""")]
    [InlineData("""{ called @say(word: "a") }""", """{"data":{"called":"a(2)"}}""")]
    [InlineData("""{ awaited @say(word: "a") }""", """{"data":{"awaited":"a(3)"}}""")]
    [InlineData("""query($w: String! = "b") { awaited @say(word: $w) }""", """{"data":{"awaited":"b(3)"}}""")]
    [InlineData("""{ awaited @say }""", """{"data":{"awaited":"-(3)"}}""")]
    [InlineData("""{ awaited @say(word: "a") @skip(if: true) read }""", """{"data":{"read":"1"}}""")]
    [InlineData("""{ awaited @say(word: "a") awaited @say(word: "a") awaited }""", """{"data":{"awaited":"a(3)"}}""")]
    [InlineData("""{ awaited @say(word: "a") awaited @say(word: "b") }""", """{"errors":[{"message":"Selections of one field have \"@say\" with different arguments.","locations":[{"line":1,"column":35}],"path":["awaited"]}],"data":{"awaited":null}}""")]
    [InlineData("""{ ... on Query { awaited @say(word: "a") } plain: awaited }""", """{"data":{"awaited":"a(3)","plain":"3"}}""")]
    public async Task It_is_called_in_the_place_of_the_resolver(string document, string expected) =>
        (await AskAsync(document)).Should().Be(expected);

    [Fact]
    public async Task It_may_answer_without_the_resolver_and_add_to_the_extensions()
    {
        var text = await AskAsync("""{ a: failing @say(word: "instead") b: failing @say(word: "instead") }""");

        text.Should().Be("""{"data":{"a":"instead","b":"instead"},"extensions":{"said":"instead","times":[1,2]}}""");
    }

    [Fact]
    public async Task What_is_added_stands_beside_the_cost_and_beside_errors()
    {
        var text = await AskAsync("""{ a: failing @say(word: "instead") failing }""", costs: true);

        text.Should().Contain("\"extensions\":{\"cost\":{\"fieldCost\":").And.EndWith(",\"said\":\"instead\",\"times\":[1,2]}}");
        text.Should().StartWith("{\"errors\":[{");
        System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("extensions").GetProperty("cost").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Object);
    }

    [Fact]
    public async Task An_argument_that_was_not_given_is_an_error_of_the_field()
    {
        var text = await AskAsync("""query($w: String) { read awaited @say(word: $w) }""", validated: false, variables: "{\"w\":null}");

        text.Should().Be(
            """{"errors":[{"message":"Argument \"word\" of non-null type \"String!\" must not be null.","locations":[{"line":1,"column":45}],"path":["awaited"]}],"data":{"read":"1","awaited":null}}""");
    }

    [Fact]
    public async Task One_request_leaves_nothing_to_the_next()
    {
        var executor = Executor(validated: true);
        var with = Run.Request("""{ failing @say(word: "instead") }""");
        var without = Run.Request("{ read }");
        for (var i = 0; i < 3; i++)
        {
            (await Run.TextAsync(executor, with, TestContext.Current.CancellationToken)).Should().Contain("extensions");
            (await Run.TextAsync(executor, without, TestContext.Current.CancellationToken)).Should().Be("""{"data":{"read":"1"}}""");
        }
    }

    private static Task<string> AskAsync(string document, bool validated = true, string? variables = null, bool costs = false) => Run.TextAsync(
        Executor(validated),
        new OperationRequest
        {
            Document = Encoding.UTF8.GetBytes(document),
            Services = Run.NoServices.Instance,
            Variables = variables is null ? default : System.Text.Json.JsonDocument.Parse(variables).RootElement,
            Cost = costs ? CostMode.Report : default,
        },
        TestContext.Current.CancellationToken);

    private static RequestExecutor Executor(bool validated)
    {
        var say = new Say();
        var query = new ObjectType("Query", () =>
        [
            new OutputField("read", SpecifiedScalars.String) { Resolver = new PropertyResolver(_ => "1") },
            new OutputField("called", SpecifiedScalars.String) { Resolver = new MethodResolver(_ => "2") },
            new OutputField("awaited", SpecifiedScalars.String) { Resolver = new TaskResolver(async _ => { await Task.Yield(); return "3"; }) },
            new OutputField("failing", SpecifiedScalars.String) { Resolver = new MethodResolver(_ => throw new InvalidOperationException()) },
        ]);
        var schema = new Schema([query], [.. SpecifiedDirectives.All, say.Definition], query)
        {
            FieldDirectives = new Dictionary<string, FieldDirective> { ["say"] = say },
        };
        return validated ? Engine.Create(schema, EngineOptions.Public) : Run.Unvalidated(schema);
    }

    private sealed class Say : FieldDirective
    {
        public override Directive Definition { get; } = new("say", ["FIELD"])
        {
            Arguments = [new InputField("word", new NonNullType(SpecifiedScalars.String)) { DefaultValue = new Exams.GraphQL.Language.StringValueNode("-") }],
        };

        public override async ValueTask<object?> ResolveAsync(IResolverContext context, IReadOnlyList<InputFieldValue> arguments, Func<ValueTask<object?>> next)
        {
            var word = (string)arguments[0].Value!;
            if (word != "instead")
            {
                return $"{word}({await next()})";
            }

            context.Extend("said", word);
            context.Extend("times", new List<object?> { 1, 2 });
            return word;
        }
    }
}
