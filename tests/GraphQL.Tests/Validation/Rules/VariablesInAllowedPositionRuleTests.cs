using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class VariablesInAllowedPositionRuleTests
{
    [Fact]
    public void A_stricter_variable_or_a_default_fits()
    {
        Judge.With<VariablesInAllowedPositionRule>(
            """query($n: String!, $m: String = "1", $c: [Candidate!]) { a: centre(number: $n) { number } b: centre(number: $m) { number } }""").Should().BeEmpty();
    }

    [Fact]
    public void A_nullable_variable_does_not_fit_a_non_null_position()
    {
        Judge.With<VariablesInAllowedPositionRule>("query($n: String) { centre(number: $n) { number } }").Should().Equal(
            """Variable "$n" of type "String" used in position expecting type "String!". (1:7) (1:36)""");
    }

    [Fact]
    public void Lists_and_items_are_not_the_same()
    {
        Judge.With<VariablesInAllowedPositionRule>("query($g: [Grade]) { grade(of: $g) }").Should().Equal(
            """Variable "$g" of type "[Grade]" used in position expecting type "Grade". (1:7) (1:32)""");
    }

    [Fact]
    public void A_default_of_the_position_keeps_null_away_but_not_from_the_items_of_its_list()
    {
        Judge.With<VariablesInAllowedPositionRule>(
            """query($all: [String!], $one: String) { centre(number: "1") { a: candidates(where: { tags: $all }) { name } b: candidates(where: { tags: [$one] }) { name } } }""").Should().Equal(
            """Variable "$one" of type "String" used in position expecting type "String!". (1:24) (1:138)""");
    }

    [Fact]
    public void A_one_of_field_wants_a_variable_that_is_never_null()
    {
        Judge.With<VariablesInAllowedPositionRule>(
            """query($n: Int) { centre(number: "1") { candidates(by: { number: $n }) { name } } }""").Should().Equal(
            """Variable "$n" is of type "Int" but must be non-nullable to be used for OneOf Input Object "CandidateKey". (1:7) (1:65)""");
    }
}
