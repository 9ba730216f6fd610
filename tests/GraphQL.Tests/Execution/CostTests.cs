using System.Text;
using System.Text.Json;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>What operations may cost, reckoned before they run.</summary>
public sealed class CostTests
{
    [Theory]
    [InlineData("{ name }", null, 0)]
    [InlineData("{ one { name } }", null, 1)]
    [InlineData("{ late { name } }", null, 10)]
    [InlineData("{ a: late { name } b: late { name } }", null, 20)]
    [InlineData("{ page { nodes { name one { name } } total } }", null, 10 + 1 + 10)]
    [InlineData("{ page(first: 3) { nodes { one { name } } edges { node { one { name } } } total } }", null, 10 + 1 + 3 + 1 + (3 * 2))]
    [InlineData("query($n: Int) { page(first: $n) { nodes { one { name } } } }", 50, 10 + 1 + 50)]
    [InlineData("query($n: Int) { page(first: 2, last: $n) { nodes { one { name } } } }", 7, 10 + 1 + 7)]
    [InlineData("query($n: Int) { page(first: $n) { nodes { one { name } } } }", null, 10 + 1 + 10)]
    [InlineData("{ page(first: 100) { nodes { page(first: 100) { nodes { one { name } } } } } }", null, 10 + 1 + (100 * (10 + 1 + 100)))]
    [InlineData("{ byIds(ids: [1, 2, 3, 4]) { one { name } } }", null, 10 + 4)]
    [InlineData("{ found(where: { name: { contains: \"a\" } or: [{ name: { eq: \"b\" } }, { name: { eq: \"c\" } }] }) { name } }", null, 10 + 10 + (1 + 20) + (1 + (2 * (1 + 10))))]
    [InlineData("query($w: Where = { name: { eq: \"b\" } }) { found(where: $w) { name } }", null, 10 + 10 + 1 + 10)]
    [InlineData("{ found { name } }", null, 10)]
    [InlineData("{ any { ... on Thing { one { one { name } } } ... on Other { name } } }", null, 1 + 2)]
    [InlineData("{ page(first: 5) { ...F ...F } } fragment F on Page { nodes { ...G } } fragment G on Thing { one { name } }", null, 10 + 1 + 5)]
    public async Task The_cost_is_what_may_be_fetched(string document, int? variable, double cost)
    {
        var text = await AskAsync(Executor(null), document, variable, CostMode.Validate);
        text.Should().Be($"{{\"extensions\":{{\"cost\":{{\"requested\":{cost},\"maximum\":null}}}}}}");
    }

    [Fact]
    public async Task What_costs_too_much_does_not_run()
    {
        var executor = Executor(100);
        (await AskAsync(executor, "query($n: Int) { page(first: $n) { nodes { one { name } } } }", 90, CostMode.Silent)).Should().Contain("\"code\":\"HC0047\"")
            .And.Contain("\"fieldCost\":101,\"maxFieldCost\":100,\"dearest\":[{\"coordinate\":\"Query.page\",\"cost\":101}]").And.NotContain("data");
        (await AskAsync(executor, "query($n: Int) { page(first: $n) { nodes { one { name } } } }", 89, CostMode.Report))
            .Should().Be("""{"data":{"page":null},"extensions":{"cost":{"requested":100,"maximum":100}}}""");
        (await AskAsync(executor, "{ a: late { name } }", null, CostMode.Silent)).Should().Be("""{"data":{"a":null}}""");
    }

    [Fact]
    public async Task A_fan_out_of_fragments_is_reckoned_without_walking_it()
    {
        var text = new StringBuilder("{ one { ...F0 } }");
        for (var i = 0; i < 40; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $" fragment F{i} on Thing {{ a: one {{ ...F{i + 1} }} b: one {{ ...F{i + 1} }} }}");
        }

        var cost = await AskAsync(Run.Unvalidated(Schema(), EngineOptions.Public with { MaxCost = 1_000 }), text + " fragment F40 on Thing { name }", null, CostMode.Silent);
        cost.Should().Contain("HC0047");
    }

    private static Task<string> AskAsync(IRequestExecutor executor, string document, int? variable, CostMode mode) => Run.TextAsync(
        executor,
        new OperationRequest
        {
            Document = Encoding.UTF8.GetBytes(document),
            Variables = JsonSerializer.SerializeToElement(new { n = variable }.n is null ? new Dictionary<string, int>() : new() { ["n"] = variable!.Value }),
            Services = Run.NoServices.Instance,
            Cost = mode,
        },
        TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_filter_in_a_variable_costs_what_it_holds()
    {
        var filter = JsonSerializer.SerializeToElement(new { w = new { name = new { contains = "a" }, or = new object[] { new { name = new { eq = "b" } } } } });
        var request = new OperationRequest
        {
            Document = "query($w: Where) { found(where: $w) { name } }"u8.ToArray(),
            Variables = filter,
            Services = Run.NoServices.Instance,
            Cost = CostMode.Validate,
        };
        (await Run.TextAsync(Executor(null), request, TestContext.Current.CancellationToken)).Should().Contain("\"requested\":53,");
    }

    private static InputField Weighted(string name, IType type, double weight) => new(name, type)
    {
        AppliedDirectives = [new DirectiveNode(new NameNode("cost"), [new ArgumentNode(new NameNode("weight"), new StringValueNode($"{weight}"))])],
    };

    private static RequestExecutor Executor(double? most) => Engine.Create(Schema(), EngineOptions.Reference with { MaxCost = most });

    private static Schema Schema()
    {
        var nothing = Run.Sync(_ => null);
        ObjectType thing = null!, page = null!, edge = null!;
        InputField Number(string name) => new(name, SpecifiedScalars.Int);
        OutputField Page() => new("page", page)
        {
            Arguments = [Number("first"), Number("last")],
            Resolver = nothing,
            Cost = new FieldCost(10, new ListSize(50, 10, ["first", "last"], ["nodes", "edges"])),
        };
        thing = new ObjectType("Thing", () =>
            [new OutputField("name", SpecifiedScalars.String) { Resolver = nothing }, new OutputField("one", thing) { Resolver = nothing }, Page()]);
        edge = new ObjectType("Edge", () => [new OutputField("node", thing) { Resolver = nothing }]);
        page = new ObjectType("Page", () =>
        [
            new OutputField("nodes", new ListType(thing)) { Resolver = nothing },
            new OutputField("edges", new ListType(edge)) { Resolver = nothing },
            new OutputField("total", SpecifiedScalars.Int) { Resolver = nothing },
        ]);
        var other = new ObjectType("Other", () => [new OutputField("name", SpecifiedScalars.String) { Resolver = nothing }]);
        var text = new InputObjectType("Text", () => [Weighted("eq", SpecifiedScalars.String, 10), Weighted("contains", SpecifiedScalars.String, 20)]);
        InputObjectType where = null!;
        where = new InputObjectType("Where", () => [new InputField("name", text), new InputField("or", new ListType(where))]);
        var any = new UnionType("Any", () => [thing, other]);
        var query = new ObjectType("Query", () =>
        [
            new OutputField("name", SpecifiedScalars.String) { Resolver = nothing },
            new OutputField("one", thing) { Resolver = nothing },
            new OutputField("late", thing) { Resolver = Run.Async(_ => Task.FromResult<object?>(null)) },
            new OutputField("any", any) { Resolver = nothing },
            new OutputField("byIds", new ListType(thing))
            {
                Arguments = [new InputField("ids", new ListType(SpecifiedScalars.Id))],
                Resolver = nothing,
                Cost = new FieldCost(10, new ListSize(50, 50, ["ids"], [])),
            },
            new OutputField("found", new ListType(thing)) { Arguments = [Weighted("where", where, 10)], Resolver = nothing, Cost = new FieldCost(10) },
            Page(),
        ]);
        return new Schema([query, thing, other], SpecifiedDirectives.All, query);
    }
}
