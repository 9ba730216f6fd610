using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class KnownFragmentNamesRuleTests
{
    [Fact]
    public void A_defined_fragment_is_known()
    {
        Judge.With<KnownFragmentNamesRule>("{ ...a } fragment a on Query { grade }").Should().BeEmpty();
    }

    [Fact]
    public void A_spread_needs_a_definition()
    {
        Judge.With<KnownFragmentNamesRule>("{ ...a ... on Query { ...b } } fragment a on Query { grade }").Should().Equal(
            """Unknown fragment "b". (1:26)""");
    }
}
