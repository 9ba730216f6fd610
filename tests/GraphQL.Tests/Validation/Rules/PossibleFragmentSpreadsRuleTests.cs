using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class PossibleFragmentSpreadsRuleTests
{
    [Fact]
    public void Types_with_common_values_overlap()
    {
        Judge.With<PossibleFragmentSpreadsRule>(
            "{ person { ... on Candidate { number } } find { ... on Person { name } ...o } } fragment o on Officer { ... on Found { __typename } }").Should().BeEmpty();
    }

    [Fact]
    public void Types_without_common_values_do_not()
    {
        Judge.With<PossibleFragmentSpreadsRule>(
            """{ centre(number: "1") { ... on Officer { email } ...p } } fragment p on Person { name }""").Should().Equal(
            """Fragment cannot be spread here as objects of type "Centre" can never be of type "Officer". (1:25)""",
            """Fragment "p" cannot be spread here as objects of type "Centre" can never be of type "Person". (1:50)""");
    }
}
