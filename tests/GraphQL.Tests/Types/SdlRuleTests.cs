using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Sdl;
using Exams.GraphQL.Types.Validation.Sdl;

namespace Exams.GraphQL.Tests.Types;

public sealed class SdlRuleTests
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "LoneSchemaDefinition", "schema { query: Q } schema { query: Q }", "Must provide only one schema definition. 1:21" },
        { "UniqueOperationTypes", "schema { query: Q query: Q }", "There can be only one query type in schema. 1:10 1:19" },
        { "UniqueTypeNames", "type A scalar A", "There can be only one type named \"A\". 1:6 1:15" },
        { "UniqueEnumValueNames", "enum E { A } extend enum E { A }", "Enum value \"E.A\" can only be defined once. 1:10 1:30" },
        { "UniqueFieldDefinitionNames", "input I { a: Int } extend input I { a: Int }", "Field \"I.a\" can only be defined once. 1:11 1:37" },
        { "UniqueArgumentDefinitionNames", "directive @d(a: Int, a: Int) on FIELD", "Argument \"@d(a:)\" can only be defined once. 1:14 1:22" },
        { "UniqueDirectiveNames", "directive @d on FIELD directive @d on QUERY", "There can be only one directive named \"@d\". 1:12 1:34" },
        { "KnownTypeNames", "type Apple { a: Aple }", "Unknown type \"Aple\". Did you mean \"Apple\"? 1:17" },
        { "KnownDirectives", "extend input I { a: Int @oneOf }", "Directive \"@oneOf\" may not be used on INPUT_FIELD_DEFINITION. 1:25" },
        { "UniqueDirectivesPerLocation", "type A { a: Int @deprecated @deprecated }", "The directive \"@deprecated\" can only be used once at this location. 1:17 1:29" },
        { "PossibleTypeExtensions", "scalar A extend type A { a: Int }", "Cannot extend non-object type \"A\". 1:1 1:10" },
        { "KnownArgumentNamesOnDirectives", "type A { a: Int @deprecated(raison: \"\") }", "Unknown argument \"raison\" on directive \"@deprecated\". Did you mean \"reason\"? 1:29" },
        { "UniqueArgumentNames", "type A { a: Int @deprecated(reason: \"\", reason: \"\") }", "There can be only one argument named \"reason\". 1:29 1:41" },
        { "UniqueInputFieldNames", "type A { a(i: I = {x: {y: 1, y: 2}, y: 3}): Int }", "There can be only one input field named \"y\". 1:24 1:30" },
        { "ProvidedRequiredArgumentsOnDirectives", "scalar A @specifiedBy", "Directive \"@specifiedBy\" argument \"url\" of type \"String!\" is required, but it was not provided. 1:10" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_rule_finds_its_fault(string rule, string sdl, string fault) =>
        Recorded.Errors(SdlValidator.Validate(Parser.Parse(sdl), rules: [rule])).TrimEnd().Should().Be(fault);

    [Fact]
    public void Each_rule_has_its_case() =>
        SdlValidator.RuleNames.Should().BeEquivalentTo(Faults.Select(row => row.Data.Item1));

    [Fact]
    public void A_sound_text_breaks_no_rule() => SdlValidator.Validate(Parser.Parse("""
        "Where it begins." schema { query: Q }
        directive @d(a: [Int!] = [1]) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
        interface N { id: ID! }
        type Q implements N { id: ID! n(i: I = {x: 1}, e: E = A): U @d @d(a: [2]) }
        union U = Q
        enum E { A B @deprecated }
        input I { x: Int! @d y: I }
        extend type Q { more: S }
        scalar S @specifiedBy(url: "https://example.org")
        """)).Should().BeEmpty();

    [Fact]
    public void What_a_schema_has_cannot_be_defined_again()
    {
        var schema = SchemaBuilder.FromSdl("type Query { a: Int } enum E { A } directive @d on FIELD");

        SdlValidator.Validate(Parser.Parse("type Query extend type Query { a: Int } extend enum E { A } directive @d on FIELD schema { query: E }"), schema)
            .Select(e => e.Message).Should().Equal(
                "Type \"Query\" already exists in the schema. It cannot also be defined in this type definition.",
                "Field \"Query.a\" already exists in the schema. It cannot also be defined in this type extension.",
                "Enum value \"E.A\" already exists in the schema. It cannot also be defined in this type extension.",
                "Directive \"@d\" already exists in the schema. It cannot be redefined.",
                "Cannot define a new schema within a schema extension.",
                "Type for query already defined in the schema. It cannot be redefined.");
    }
}
