using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedVariablesRuleTests
{
    [Fact]
    public void A_use_in_a_directive_of_a_fragment_is_a_use()
    {
        Judge.With<NoUnusedVariablesRule>("query($b: Boolean!) { ...f } fragment f on Query { grade @skip(if: $b) }").Should().BeEmpty();
    }

    [Fact]
    public void A_variable_without_a_use_is_refused()
    {
        Judge.With<NoUnusedVariablesRule>("query A($a: Int, $g: Grade) { grade(of: $g) }").Should().Equal(
            """Variable "$a" is never used in operation "A". (1:9)""");
    }
}
