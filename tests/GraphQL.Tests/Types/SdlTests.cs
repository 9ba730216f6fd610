using System.Text.Json;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;
using Exams.GraphQL.Types.Sdl;
using Exams.GraphQL.Types.Validation;

namespace Exams.GraphQL.Tests.Types;

public sealed class SdlTests
{
    [Fact]
    public void A_text_that_breaks_rules_is_refused_with_every_fault_and_its_place()
    {
        var build = () => SchemaBuilder.FromSdl("type Query { a: Missing a: Int @deprecated(why: 1) }");

        var refused = build.Should().Throw<SchemaException>().Which;
        refused.Errors.Select(e => (e.Message, e.Locations![0].Column)).Should().BeEquivalentTo(
        [
            ("Unknown type \"Missing\".", 17),
            ("Field \"Query.a\" can only be defined once.", 14),
            ("Unknown argument \"why\" on directive \"@deprecated\".", 44),
        ]);
    }

    [Fact]
    public void A_text_that_cannot_be_parsed_is_refused_with_its_place()
    {
        var build = () => SchemaBuilder.FromSdl("type Query {");

        var error = build.Should().Throw<SchemaException>().Which.Errors.Should().ContainSingle().Subject;
        error.Message.Should().Be("Syntax Error: Expected Name, found <EOF>.");
        error.Locations.Should().Equal(new SourceLocation(1, 13));
    }

    [Theory]
    [InlineData("type Query { a: Int @deprecated(reason: null) }", "Argument \"reason\" of non-null type \"String!\" must not be null.")]
    [InlineData("scalar S @specifiedBy(url: 7) type Query { a: S }", "Argument \"url\" has invalid value 7.")]
    public void Specified_directives_say_something_or_the_text_is_refused(string sdl, string message)
    {
        var build = () => SchemaBuilder.FromSdl(sdl);

        build.Should().Throw<SchemaException>().WithMessage(message);
    }

    [Fact]
    public void Fields_read_json_parents_and_dictionaries()
    {
        var read = (PropertyResolver)SchemaBuilder.FromSdl("type Query { a: Int }").QueryType!.Fields["a"].Resolver!;
        var json = JsonDocument.Parse("""[{"a":[1,[null]]},{"a":null},{},7]""").RootElement;

        read.Read(json[0]).Should().BeOfType<object?[]>().Which[1].Should().BeOfType<object?[]>().Which.Should().ContainSingle().Which.Should().BeNull();
        read.Read(json[1]).Should().BeNull();
        read.Read(json[2]).Should().BeNull();
        read.Read(json[3]).Should().BeNull();
        read.Read(new Dictionary<string, object?> { ["a"] = "x" }).Should().Be("x");
    }

    [Fact]
    public void Abstract_values_say_their_type_themselves()
    {
        var schema = SchemaBuilder.FromSdl("union U = A type A { x: Int } type Query { u: U }");

        ((UnionType)schema.Types["U"]).ResolveType!(JsonDocument.Parse("""{"__typename":"A"}""").RootElement).Should().Be("A");
        ((UnionType)schema.Types["U"]).ResolveType!(1).Should().BeNull();
    }

    [Fact]
    public void An_extension_keeps_what_code_has_built()
    {
        var resolver = new MethodResolver(_ => 1);
        var query = new ObjectType("Query", () => [new OutputField("a", SpecifiedScalars.Int) { Resolver = resolver }]);

        var extended = SchemaBuilder.Extend(new Schema([query], SpecifiedDirectives.All, query), "extend type Query { b: Query }");

        extended.QueryType!.Fields["a"].Resolver.Should().BeSameAs(resolver);
        extended.QueryType.Fields["b"].Type.Should().BeSameAs(extended.QueryType);
        query.Fields.Should().NotContainKey("b");
    }

    [Fact]
    public void Applied_directives_are_printed_when_asked_for()
    {
        const string Sdl = """
            directive @tag(name: String) on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM_VALUE

            type Query @tag(name: "q") {
              a(b: Int = 1 @tag): En @deprecated @tag(name: "f")
            }

            enum En {
              V @tag
            }
            """;
        var schema = SchemaBuilder.FromSdl(Sdl);

        SchemaPrinter.Print(schema, new SchemaPrintOptions { AppliedDirectives = true }).Should().Be(Sdl);
        SchemaPrinter.Print(schema).Should().NotContain("@tag(name: \"");
        SchemaPrinter.Print(schema, new SchemaPrintOptions { AppliedDirectives = true, IncludeDirective = _ => false }).Should().NotContain("@tag");
    }

    [Fact]
    public void Introspection_can_be_printed_and_parsed_again()
    {
        var printed = SchemaPrinter.PrintIntrospection(SchemaBuilder.FromSdl("type Query { a: Int }"));

        printed.Should().Contain("  fields(includeDeprecated: Boolean! = false): [__Field!]")
            .And.Contain("directive @oneOf on INPUT_OBJECT").And.NotContain("type Query");
        Parser.Parse(printed).Definitions.Should().HaveCount(13);
    }

    [Fact]
    public void A_field_is_not_deprecated_where_its_interface_still_promises_it()
    {
        var schema = SchemaBuilder.FromSdl("interface I { a: Int b: Int @deprecated } type Query implements I { a: Int @deprecated b: Int @deprecated }");

        SchemaValidator.Validate(schema).Select(e => e.Message).Should().Equal(
            "Interface field I.a is not deprecated, so implementation field Query.a must not be deprecated.");
    }

    [Fact]
    public void Long_chains_of_types_need_no_deep_stack()
    {
        const int Count = 20_000;
        var chain = string.Join('\n', Enumerable.Range(0, Count).Select(i => $"type T{i} {{ next: T{i + 1} }} input I{i} {{ next: I{i + 1}! }}"));
        var sdl = $"type Query {{ first(input: I0): T0 }} {chain} type T{Count} {{ end: Int }} input I{Count} {{ loop: I0! }}";

        var schema = SchemaBuilder.FromSdl(sdl);

        schema.Types.Should().HaveCount((Count * 2) + 2 + 1 + 3 + 8);
        SchemaValidator.Validate(schema).Should().ContainSingle().Which.Message.Should().StartWith("Cannot reference Input Object \"I0\"");
        SchemaSorter(schema).Should().HaveCount(schema.Types.Count);

        static IEnumerable<string> SchemaSorter(Schema schema) => Exams.GraphQL.Types.Comparison.SchemaSorter.Sort(schema).Types.Keys;
    }

    [Fact]
    public void Defaults_that_never_end_are_shown_as_written()
    {
        var schema = SchemaBuilder.FromSdl("input A { a: A = {} b: A = {} } type Query { q(a: A = {}): Int }");

        DefaultValueText.Of(schema.QueryType!.Fields["q"].Arguments[0]).Should().Be("{}");
    }

    [Theory]
    [InlineData("[Int] = 1", "[1]")]
    [InlineData("Float = 1.0", "1")]
    [InlineData("Float = 1e30", "1e+30")]
    [InlineData("ID = \"7\"", "7")]
    [InlineData("ID = \"07\"", "\"07\"")]
    [InlineData("In = {}", "{x: 2}")]
    [InlineData("In = {y: null}", "{x: 2, y: null}")]
    [InlineData("Any = {k: [1.50, V, \"t\"]}", "{k: [1.5, \"V\", \"t\"]}")]
    [InlineData("Int = \"no\"", null)]
    public void Defaults_are_shown_as_they_are_coerced(string argument, string? shown)
    {
        var schema = SchemaBuilder.FromSdl($"input In {{ x: Int = 2 y: Int }} scalar Any type Query {{ q(a: {argument}): Int }}");

        DefaultValueText.Of(schema.QueryType!.Fields["q"].Arguments[0]).Should().Be(shown);
    }

    [Fact]
    public void A_scalar_of_ones_own_takes_the_place_of_the_declared_one()
    {
        var own = new CustomScalarType("Date") { Description = "Days." };

        var schema = SchemaBuilder.FromSdl(
            "scalar Date @specifiedBy(url: \"https://example.org\") type Query { d: Date }",
            new SdlOptions { Scalars = new Dictionary<string, ScalarType> { ["Date"] = own } });

        var date = (CustomScalarType)schema.Types["Date"];
        (date.Description, date.SpecifiedBy, date.SyntaxNodes.Count).Should().Be(("Days.", "https://example.org", 1));
        own.SpecifiedBy.Should().BeNull("the caller's scalar stays as it is");
    }
}
