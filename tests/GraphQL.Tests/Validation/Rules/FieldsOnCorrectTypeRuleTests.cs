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

    [Fact]
    public void A_stranger_is_told_no_names()
    {
        Judge.With<FieldsOnCorrectTypeRule>("{ person { nam number } }", options => options with { AllowSuggestions = false }).Should().Equal(
            """Cannot query field "nam" on type "Person". (1:12)""",
            """Cannot query field "number" on type "Person". (1:16)""");
    }
}
