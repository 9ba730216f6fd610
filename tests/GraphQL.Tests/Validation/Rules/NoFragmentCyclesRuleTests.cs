using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class NoFragmentCyclesRuleTests
{
    [Fact]
    public void A_fragment_may_be_spread_twice()
    {
        Judge.With<NoFragmentCyclesRule>("{ ...a ...a } fragment a on Query { ...b ...b } fragment b on Query { grade }").Should().BeEmpty();
    }

    [Fact]
    public void A_fragment_does_not_contain_itself()
    {
        Judge.With<NoFragmentCyclesRule>("fragment a on Centre { parent { ...a } }").Should().Equal(
            """Cannot spread fragment "a" within itself. (1:33)""");
    }

    [Fact]
    public void A_cycle_is_named_with_its_stations()
    {
        Judge.With<NoFragmentCyclesRule>(
            "fragment a on Query { ...b } fragment b on Query { ...c } fragment c on Query { ...a ...b }").Should().Equal(
            """Cannot spread fragment "a" within itself via "b", "c". (1:23) (1:52) (1:81)""",
            """Cannot spread fragment "b" within itself via "c". (1:52) (1:86)""");
    }
}
