using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class MaxExecutionDepthRuleTests
{
    [Fact]
    public void Without_a_limit_any_depth_passes()
    {
        Judge.With<MaxExecutionDepthRule>("""{ centre(number: "1") { parent { parent { number } } } }""").Should().BeEmpty();
    }

    [Fact]
    public void As_deep_as_the_limit_is_deep_enough()
    {
        Judge.With<MaxExecutionDepthRule>(
            """{ centre(number: "1") { parent { number } } __schema { queryType { fields { type { name } } } } }""",
            options => options with { MaxExecutionDepth = 3 }).Should().BeEmpty();
    }

    [Fact]
    public void Fragments_do_not_hide_depth()
    {
        Judge.With<MaxExecutionDepthRule>(
            """{ centre(number: "1") { ...a } } fragment a on Centre { parent { ...b } } fragment b on Centre { parent { number } }""",
            options => options with { MaxExecutionDepth = 3 }).Should().Equal(
            "The operation is nested too deep: 3 levels of fields are the most. (1:107)");
    }

    [Fact]
    public void A_cycle_of_fragments_ends_at_the_limit()
    {
        Judge.With<MaxExecutionDepthRule>(
            """{ centre(number: "1") { ...a } } fragment a on Centre { parent { ...a } }""",
            options => options with { MaxExecutionDepth = 3 }).Should().Equal(
            "The operation is nested too deep: 3 levels of fields are the most. (1:57)");
    }
}
