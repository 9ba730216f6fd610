using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class KnownTypeNamesRuleTests
{
    [Fact]
    public void Types_of_the_schema_are_known()
    {
        Judge.With<KnownTypeNamesRule>("query($g: [Grade!]!) { ... on Query { grade } } fragment f on Centre { number }").Should().BeEmpty();
    }

    [Fact]
    public void An_unknown_type_is_refused_with_the_nearest_name()
    {
        Judge.With<KnownTypeNamesRule>("query($g: Grad) { ... on Centr { number } }").Should().Equal(
            """Unknown type "Grad". Did you mean "Grade"? (1:11)""",
            """Unknown type "Centr". Did you mean "Centre" or "Int"? (1:26)""");
    }

    [Fact]
    public void Definitions_of_types_in_a_document_are_looked_through()
    {
        Judge.With<KnownTypeNamesRule>("""
            directive @d(a: Missing1) on FIELD
            schema { query: Missing2 }
            type T implements Missing3 { f(a: Missing4): [Missing5!] }
            input I { f: Missing6 }
            union U = Missing7
            """, options => options with { AllowSuggestions = false }).Select(e => e[..24]).Should().Equal(
            "Unknown type \"Missing1\".", "Unknown type \"Missing2\".", "Unknown type \"Missing3\".", "Unknown type \"Missing4\".",
            "Unknown type \"Missing5\".", "Unknown type \"Missing6\".", "Unknown type \"Missing7\".");
    }

    [Fact]
    public void Nothing_is_suggested_where_suggestions_are_off()
    {
        Judge.With<KnownTypeNamesRule>("query($g: Grad) { grade }", options => options with { AllowSuggestions = false }).Should().Equal(
            """Unknown type "Grad". (1:11)""");
    }
}
