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

    [Theory]
    [InlineData(3, 2, "via \"f1\", \"f2\".")]
    [InlineData(4, 2, "via \"f1\", \"f2\", ….")]
    [InlineData(1, 2, "itself.")]
    public void The_way_round_is_cut_where_texts_are(int length, int most, string end)
    {
        var ring = "{ ...f0 } " + string.Concat(Enumerable.Range(0, length).Select(i => $"fragment f{i} on Query {{ ...f{(i + 1) % length} }} "));

        Judge.With<NoFragmentCyclesRule>(ring, options => options with { MaxLocations = most, MaxQuotedText = 100 }).Should().ContainSingle().Which.Should().Contain(end + " (");
        Judge.With<NoFragmentCyclesRule>(ring, options => options with { MaxLocations = most }).Should().ContainSingle().Which.Should().NotContain("…");
    }
}
