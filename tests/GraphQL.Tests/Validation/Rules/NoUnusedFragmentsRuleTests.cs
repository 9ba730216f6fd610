using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedFragmentsRuleTests
{
    [Fact]
    public void A_fragment_used_by_a_used_fragment_is_used()
    {
        Judge.With<NoUnusedFragmentsRule>("{ ...a } fragment a on Query { ...b } fragment b on Query { grade }").Should().BeEmpty();
    }

    [Fact]
    public void A_fragment_that_only_unused_ones_use_is_unused()
    {
        Judge.With<NoUnusedFragmentsRule>(
            """
            { grade } fragment a on Query { ...b }
            fragment b on Query { ...a }
            """).Should().Equal(
            """Fragment "a" is never used. (1:11)""",
            """Fragment "b" is never used. (2:1)""");
    }
}
