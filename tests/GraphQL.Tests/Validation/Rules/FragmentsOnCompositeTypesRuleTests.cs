using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesRuleTests
{
    [Fact]
    public void Objects_interfaces_and_unions_carry_fragments()
    {
        Judge.With<FragmentsOnCompositeTypesRule>(
            "{ person { ... on Candidate { number } ...p } find { ...u } } fragment p on Person { name } fragment u on Found { __typename }").Should().BeEmpty();
    }

    [Fact]
    public void A_leaf_carries_no_fragment()
    {
        Judge.With<FragmentsOnCompositeTypesRule>("{ ... on Grade { x } } fragment f on CandidateKey { number }").Should().Equal(
            """Fragment cannot condition on non composite type "Grade". (1:10)""",
            """Fragment "f" cannot condition on non composite type "CandidateKey". (1:38)""");
    }
}
