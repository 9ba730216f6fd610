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
    [InlineData("{ name }", null, 0, 1)]
    [InlineData("{ one { name } }", null, 1, 2)]
    [InlineData("{ late { name } }", null, 10, 2)]
    [InlineData("{ a: late { name } b: late { name } }", null, 20, 3)]
    [InlineData("{ page { nodes { name one { name } } total } }", null, 10 + 1 + 10, 2 + 10 + 10)]
    [InlineData("{ page(first: 3) { nodes { one { name } } edges { node { one { name } } } total } }", null, 10 + 1 + 3 + 1 + (3 * 2), 2 + 6 + 9)]
    [InlineData("query($n: Int) { page(first: $n) { nodes { one { name } } } }", 50, 10 + 1 + 50, 2 + 100)]
    [InlineData("query($n: Int) { page(first: 2, last: $n) { nodes { one { name } } } }", 7, 10 + 1 + 7, 2 + 14)]
    [InlineData("query($n: Int) { page(first: $n) { nodes { one { name } } } }", null, 10 + 1 + 10, 2 + 20)]
    [InlineData("{ page(first: 100) { nodes { page(first: 100) { nodes { one { name } } } } } }", null, 10 + 1 + (100 * (10 + 1 + 100)), 2 + 100 + (100 * 201))]
    [InlineData("{ byIds(ids: [1, 2, 3, 4]) { one { name } } }", null, 10 + 4, 1 + 8)]
    [InlineData("{ found(where: { name: { contains: \"a\" } or: [{ name: { eq: \"b\" } }, { name: { eq: \"c\" } }] }) { name } }", null, 10 + 10 + (1 + 20) + (1 + (2 * (1 + 10))), 2)]
    [InlineData("query($w: Where = { name: { eq: \"b\" } }) { found(where: $w) { name } }", null, 10 + 10 + 1 + 10, 2)]
    [InlineData("{ found { name } }", null, 10, 2)]
    [InlineData("{ any { ... on Thing { one { one { name } } } ... on Other { name } } }", null, 1 + 2, 4)]
    [InlineData("{ page(first: 5) { ...F ...F } } fragment F on Page { nodes { ...G } } fragment G on Thing { one { name } }", null, 10 + 1 + 5, 2 + 10)]
    public async Task The_cost_is_what_may_be_fetched(string document, int? variable, double fields, double types)
    {
        var text = await AskAsync(Executor(null), document, variable, CostMode.Validate);
        text.Should().Be($"{{\"extensions\":{{\"cost\":{{\"fieldCost\":{fields},\"typeCost\":{types},\"maxFieldCost\":null,\"maxTypeCost\":null}}}}}}");
    }

    [Fact]
    public async Task What_costs_too_much_does_not_run()
    {
        var executor = Executor(100);
        (await AskAsync(executor, "query($n: Int) { page(first: $n) { nodes { one { name } } } }", 90, CostMode.Silent)).Should().Contain("\"code\":\"HC0047\"")
            .And.Contain("\"fieldCost\":101,\"maxFieldCost\":100,\"dearest\":[{\"coordinate\":\"Thing.one\",\"cost\":90},{\"coordinate\":\"Query.page\",\"cost\":10},{\"coordinate\":\"Page.nodes\",\"cost\":1}]").And.NotContain("data");
        (await AskAsync(executor, "query($n: Int) { page(first: $n) { nodes { one { name } } } }", 89, CostMode.Report))
            .Should().Be("""{"data":{"page":null},"extensions":{"cost":{"fieldCost":100,"typeCost":180,"maxFieldCost":100,"maxTypeCost":null,"actualFieldCost":10}}}""");
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

        var cost = await AskAsync(Run.Unvalidated(Schema(), EngineOptions.Public with { MaxFieldCost = 1_000 }), text + " fragment F40 on Thing { name }", null, CostMode.Silent);
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
        (await Run.TextAsync(Executor(null), request, TestContext.Current.CancellationToken)).Should().Contain("\"fieldCost\":53,");
    }

    [Theory]
    [InlineData("query($w: Where) { found(where: $w) { name } }", 10 + (5 * (10 + 2 + 30 + 2)))]
    [InlineData("query($w: Where!) { found(where: { or: [$w] }) { name } }", 10 + 10 + 1 + 2 + 30 + 2)]
    [InlineData("query($w: String) { found(where: { name: { eq: $w } }) { name } }", 10 + 10 + 1 + 10)]
    public async Task A_filter_in_a_variable_is_told_as_the_package_tells_it_and_priced_by_what_it_holds(string document, int told)
    {
        var request = new OperationRequest
        {
            Document = Encoding.UTF8.GetBytes(document),
            Variables = JsonSerializer.SerializeToElement(new { w = document.Contains("String") ? (object)"b" : new { name = new { eq = "b" } } }),
            Services = Run.NoServices.Instance,
            Cost = CostMode.Report,
        };
        var executor = Engine.Create(Schema(), EngineOptions.Reference with { MaxFieldCost = 50, CostReport = CostReport.Package });
        (await Run.TextAsync(executor, request, TestContext.Current.CancellationToken)).Should()
            .Be($"{{\"data\":{{\"found\":null}},\"extensions\":{{\"operationCost\":{{\"fieldCost\":{told},\"typeCost\":2}}}}}}");
    }

    [Fact]
    public async Task Too_many_objects_are_refused_with_the_fields_that_bring_them()
    {
        var executor = Engine.Create(Schema(), EngineOptions.Reference with { MaxTypeCost = 40 });
        (await AskAsync(executor, "{ page(first: 30) { nodes { one { name } } } one { name } }", null, CostMode.Silent)).Should().Be(
            """
            {"errors":[{"message":"The maximum allowed type cost was exceeded.","extensions":{"code":"HC0047","typeCost":63,"maxTypeCost":40,
            "dearest":[{"coordinate":"Page.nodes","cost":30},{"coordinate":"Thing.one","cost":30},{"coordinate":"Query.one","cost":1},
            {"coordinate":"Query.page","cost":1}]}}]}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Of_types_that_a_value_may_have_the_dearest_is_named()
    {
        foreach (var document in new[]
        {
            "{ any { ... on Thing { page(first: 2) { total } one { name } } ... on Other { name } } }",
            "{ any { ... on Other { name } ... on Thing { page(first: 2) { total } one { name } } } }",
        })
        {
            (await AskAsync(Executor(11), document, null, CostMode.Silent)).Should().Contain(
                "\"fieldCost\":12,\"maxFieldCost\":11,\"dearest\":[{\"coordinate\":\"Thing.page\",\"cost\":10},{\"coordinate\":\"Query.any\",\"cost\":1},{\"coordinate\":\"Thing.one\",\"cost\":1}]");
        }
    }

    [Fact]
    public async Task Of_types_that_cost_the_same_the_first_is_named()
    {
        var schema = Run.Schema("type Query { any: Any } union Any = A | B type A { x: X } type B { y: X } type X { n: Int }");
        var executor = Engine.Create(schema, EngineOptions.Reference with { MaxFieldCost = 1 });

        (await Run.TextAsync(executor, "{ any { ... on A { x { n } } ... on B { y { n } } } }")).Should()
            .Contain("\"fieldCost\":2,").And.Contain("{\"coordinate\":\"A.x\",\"cost\":1}").And.NotContain("B.y");
    }

    [Fact]
    public async Task No_more_than_five_coordinates_are_named()
    {
        var text = await AskAsync(Executor(1), "{ late { one { name } page { nodes { one { name } } edges { node { one { name } } } total } } any { ... on Thing { one { name } } } }", null, CostMode.Silent);

        text.Split("\"coordinate\"").Length.Should().Be(6);
    }

    [Fact]
    public async Task A_refusal_is_one_error_and_a_price_that_was_asked_for_is_none()
    {
        using var refused = (Response)await Executor(5).ExecuteAsync(Run.Request("{ late { name } }"), TestContext.Current.CancellationToken);
        (refused.Kind, refused.HasErrors, refused.ErrorCount).Should().Be((ResponseKind.RequestError, true, 1));
        var request = new OperationRequest { Document = "{ late { name } }"u8.ToArray(), Services = Run.NoServices.Instance, Cost = CostMode.Validate };
        using var priced = (Response)await Executor(null).ExecuteAsync(request, TestContext.Current.CancellationToken);
        (priced.Kind, priced.HasErrors, priced.ErrorCount).Should().Be((ResponseKind.Executed, false, 0));
    }

    [Fact]
    public async Task An_answer_that_never_changes_is_kept_without_the_price_that_one_client_asked_for()
    {
        var executor = Executor(null);
        for (var i = 0; i < 2; i++)
        {
            (await AskAsync(executor, "{ __typename }", null, CostMode.Report)).Should().StartWith("""{"data":{"__typename":"Query"},"extensions":{"cost":""");
            (await AskAsync(executor, "{ __typename }", null, CostMode.Silent)).Should().Be("""{"data":{"__typename":"Query"}}""");
        }
    }

    [Fact]
    public async Task A_refusal_tells_the_cost_to_whoever_asked_for_it() =>
        (await AskAsync(Executor(5), "{ late { name } }", null, CostMode.Report)).Should().StartWith("""{"errors":[""")
            .And.EndWith(""","extensions":{"cost":{"fieldCost":10,"typeCost":2,"maxFieldCost":5,"maxTypeCost":null}}}""");

    [Fact]
    public async Task A_page_size_in_a_variable_can_count_as_the_largest_page()
    {
        var executor = Engine.Create(Schema(), EngineOptions.Reference with { AssumeLargestPages = true, CostReport = CostReport.Package });
        (await AskAsync(executor, "query($n: Int) { page(first: $n) { nodes { one { name } } } }", 2, CostMode.Validate)).Should()
            .Be("""{"extensions":{"operationCost":{"fieldCost":61,"typeCost":102}}}""");
        (await AskAsync(executor, "{ page(first: 2) { nodes { one { name } } } }", null, CostMode.Validate)).Should().Contain("\"fieldCost\":13,");
    }

    [Fact]
    public async Task What_was_not_fetched_is_not_counted_as_spent()
    {
        var schema = Run.Schema(
            "type Query { a: [Thing] b: Thing } type Thing { c: Thing d: Int }",
            ("Query.a", Run.Sync(_ => new[] { new { }, new { } })),
            ("Query.b", Run.Async(_ => Task.FromResult<object?>(null))),
            ("Thing.c", Run.Sync(_ => null)),
            ("Thing.d", Run.Sync(_ => 1)));
        (await AskAsync(Engine.Create(schema, EngineOptions.Reference), "{ a { c { c { d } } } b { c { d } } }", null, CostMode.Report)).Should()
            .EndWith("\"fieldCost\":14,\"typeCost\":6,\"maxFieldCost\":null,\"maxTypeCost\":null,\"actualFieldCost\":13}}}");
    }

    private static InputField Weighted(string name, IType type, double weight, bool isFilter = false) => new(name, type)
    {
        IsFilter = isFilter,
        AppliedDirectives = [new DirectiveNode(new NameNode("cost"), [new ArgumentNode(new NameNode("weight"), new StringValueNode($"{weight}"))])],
    };

    private static RequestExecutor Executor(double? most) => Engine.Create(Schema(), EngineOptions.Reference with { MaxFieldCost = most });

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
            new OutputField("found", new ListType(thing)) { Arguments = [Weighted("where", where, 10, isFilter: true)], Resolver = nothing, Cost = new FieldCost(10) },
            Page(),
        ]);
        return new Schema([query, thing, other], SpecifiedDirectives.All, query);
    }
}
