using Exams.GraphQL.Types.Sdl;
using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class FieldsOnCorrectTypeRuleTests
{
    [Fact]
    public void Fields_of_the_type_are_found_on_interfaces_too()
    {
        Judge.With<FieldsOnCorrectTypeRule>(
            "{ person { name __typename } find { __typename } __schema { queryType { name } } }").Should().BeEmpty();
    }

    [Fact]
    public void A_misspelt_field_is_refused_with_near_names()
    {
        Judge.With<FieldsOnCorrectTypeRule>("{ person { nam } }").Should().Equal(
            """Cannot query field "nam" on type "Person". Did you mean "name"? (1:12)""");
    }

    [Fact]
    public void A_field_of_a_possible_type_is_offered_as_fragment()
    {
        Judge.With<FieldsOnCorrectTypeRule>("{ person { number } }").Should().Equal(
            """Cannot query field "number" on type "Person". Did you mean to use an inline fragment on "Candidate"? (1:12)""");
    }

    [Fact]
    public void A_union_has_no_fields()
    {
        Judge.With<FieldsOnCorrectTypeRule>("{ find { name } }").Should().Equal(
            """Cannot query field "name" on type "Found". Did you mean to use an inline fragment on "Person", "Candidate", or "Officer"? (1:10)""");
    }

    /// <summary>As graphql-js says it: what most types share first, wider before narrower, else by name.</summary>
    [Theory]
    [InlineData(
        "interface B { f: Int } interface A { f: Int } interface C implements B & A { f: Int } type M implements B & A & C { f: Int } type D implements B & A & C { f: Int } type K9 implements B & A & C { f: Int } type E implements B & A & C { f: Int } union U = M | D | K9 | E",
        "Did you mean to use an inline fragment on \"A\", \"B\", \"C\", \"D\", or \"E\"?")]
    [InlineData(
        "interface C { g: Int } interface H implements C { f: Int g: Int } type A { f: Int } type K10 { f: Int } type K9 { f: Int } union U = A | K10 | K9",
        "Did you mean to use an inline fragment on \"A\", \"K9\", or \"K10\"?")]
    [InlineData(
        "interface A { f: Int } interface B { f: Int } type C { g: Int } type K9 implements A & B { f: Int } type D implements A & B { f: Int } union U = C | K9 | D",
        "Did you mean to use an inline fragment on \"A\", \"B\", \"D\", or \"K9\"?")]
    [InlineData(
        "interface B { f: Int } type A { f: Int } type C { g: Int } type H { g: Int } type D { f: Int } type F implements B { f: Int } union U = A | C | H | D | F",
        "Did you mean to use an inline fragment on \"A\", \"B\", \"D\", or \"F\"?")]
    [InlineData(
        "interface A { f: Int } interface M { g: Int } interface C implements A { f: Int } type F implements A & M & C { f: Int g: Int } type E implements A { f: Int } type D { g: Int } type B { g: Int } union U = F | E | D | B",
        "Did you mean to use an inline fragment on \"A\", \"C\", \"E\", or \"F\"?")]
    [InlineData(
        "interface A { f: Int } interface K10 { f: Int } type E implements A & K10 { f: Int } type B implements A & K10 { f: Int } type G implements A & K10 { f: Int } union U = E | B | G",
        "Did you mean to use an inline fragment on \"A\", \"K10\", \"B\", \"E\", or \"G\"?")]
    [InlineData(
        "interface M { f: Int } interface A implements M { f: Int } interface B { f: Int } interface K10 implements B { f: Int } type C implements M & A { f: Int } type D { f: Int } type E implements K10 & B { f: Int } type G implements M & A & B { f: Int } union U = C | D | E | G",
        "Did you mean to use an inline fragment on \"M\", \"A\", \"B\", \"C\", or \"D\"?")]
    [InlineData(
        "interface C { f: Int } interface B implements C { f: Int } interface D implements B & C { f: Int } type E implements D & B & C { f: Int } type A implements C & B { f: Int } type F implements B & C & D { f: Int } type G implements C & B & D { f: Int } union U = E | A | F | G",
        "Did you mean to use an inline fragment on \"C\", \"B\", \"D\", \"A\", or \"E\"?")]
    [InlineData(
        "interface A { f: Int } interface B { f: Int } type E { f: Int } type C implements B { f: Int } type K9 implements A & B { f: Int } union U = E | C | K9",
        "Did you mean to use an inline fragment on \"B\", \"A\", \"C\", \"E\", or \"K9\"?")]
    [InlineData(
        "interface A { g: Int } type B implements A { f: Int g: Int } type C { f: Int } type D { f: Int } type E { f: Int } type M implements A { f: Int g: Int } union U = B | C | D | E | M",
        "Did you mean to use an inline fragment on \"B\", \"C\", \"D\", \"E\", or \"M\"?")]
    [InlineData(
        "interface A { f: Int } interface B { f: Int } interface E implements A { f: Int } type G implements A & B { f: Int } type C implements B & E & A { f: Int } type M implements A & B & E { f: Int } type D implements A { f: Int } union U = G | C | M | D",
        "Did you mean to use an inline fragment on \"A\", \"B\", \"E\", \"C\", or \"D\"?")]
    [InlineData(
        "interface A { f: Int } interface B implements A { f: Int } interface C implements B & A { f: Int } type K9 implements C & B & A { f: Int } type D implements A & B { f: Int } type M { f: Int } type E { f: Int } union U = K9 | D | M | E",
        "Did you mean to use an inline fragment on \"A\", \"B\", \"C\", \"D\", or \"E\"?")]
    [InlineData(
        "interface A { f: Int } interface B { f: Int } interface G implements B { f: Int } interface M implements A { f: Int } type C implements A & G & B & M { f: Int } type H implements A & B & G & M { f: Int } union U = C | H",
        "Did you mean to use an inline fragment on \"A\", \"B\", \"G\", \"M\", or \"C\"?")]
    [InlineData(
        "interface A { g: Int } interface B implements A { g: Int } type C implements B & A { f: Int g: Int } type G { f: Int } type K9 { f: Int } union U = C | G | K9",
        "Did you mean to use an inline fragment on \"C\", \"G\", or \"K9\"?")]
    [InlineData(
        "interface B { f: Int } interface A implements B { f: Int } interface C { f: Int } type E implements B & A & C { f: Int } type K10 implements B & A & C { f: Int } type D implements B & A & C { f: Int } union U = E | K10 | D",
        "Did you mean to use an inline fragment on \"B\", \"A\", \"C\", \"D\", or \"E\"?")]
    [InlineData(
        "interface B { f: Int } interface A { g: Int } interface E implements B & A { f: Int g: Int } type C implements B & A & E { f: Int g: Int } type D implements E & B & A { f: Int g: Int } type M implements B & A & E { f: Int g: Int } union U = C | D | M",
        "Did you mean to use an inline fragment on \"B\", \"E\", \"C\", \"D\", or \"M\"?")]
    public void Types_that_have_the_field_are_named_in_the_reference_order(string sdl, string suggestion)
    {
        var schema = SchemaBuilder.FromSdl(sdl + " type Query { u: U }");

        Judge.With<FieldsOnCorrectTypeRule>("{ u { f } }", schema: schema).Should().Equal($"Cannot query field \"f\" on type \"U\". {suggestion} (1:7)");
    }

    [Fact]
    public void A_stranger_is_told_no_names()
    {
        Judge.With<FieldsOnCorrectTypeRule>("{ person { nam number } }", options => options with { AllowSuggestions = false }).Should().Equal(
            """Cannot query field "nam" on type "Person". (1:12)""",
            """Cannot query field "number" on type "Person". (1:16)""");
    }
}
