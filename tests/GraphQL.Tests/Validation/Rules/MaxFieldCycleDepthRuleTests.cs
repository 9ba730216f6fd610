using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class MaxFieldCycleDepthRuleTests
{
    [Fact]
    public void Without_a_limit_fields_may_come_round()
    {
        Judge.With<MaxFieldCycleDepthRule>(Nested(9)).Should().BeEmpty();
    }

    [Fact]
    public void As_often_as_the_limit_is_not_too_often()
    {
        Judge.With<MaxFieldCycleDepthRule>(Nested(3), options => options with { MaxFieldCycleDepth = 3 }).Should().BeEmpty();
        Judge.With<MaxFieldCycleDepthRule>(
            """{ centre(number: "1") { a: parent { number } b: parent { number } c: parent { number } d: parent { number } } }""",
            options => options with { MaxFieldCycleDepth = 1 }).Should().BeEmpty();
    }

    [Fact]
    public void Once_more_is_refused_where_it_happens()
    {
        Judge.With<MaxFieldCycleDepthRule>(Nested(4), options => options with { MaxFieldCycleDepth = 3 })
            .Should().Equal("Fields come round too often: 3 times is the most for one field on the way down. (1:52)");
    }

    [Fact]
    public void Each_operation_is_looked_at_afresh()
    {
        Judge.With<MaxFieldCycleDepthRule>(
            """query A { centre(number: "1") { ...F } } query B { centre(number: "1") { ...F } } fragment F on Centre { parent { parent { parent { number } } } }""",
            options => options with { MaxFieldCycleDepth = 2 }).Should().HaveCount(2);
    }

    [Fact]
    public void What_one_operation_passed_is_forgotten_in_the_next()
    {
        Judge.With<MaxFieldCycleDepthRule>(
            """query A { centre(number: "1") { parent { parent { parent { number } } } } } query B { centre(number: "1") { parent { parent { number } } } }""",
            options => options with { MaxFieldCycleDepth = 2 }).Should().ContainSingle();
        Judge.With<MaxFieldCycleDepthRule>(
            """query A { centre(number: "1") { ...F } } query B { centre(number: "1") { ...F } } fragment F on Centre { parent { parent { number parent { number } } } }""",
            options => options with { MaxFieldCycleDepth = 2 }).Should().HaveCount(2);
    }

    [Fact]
    public void Leaves_do_not_come_round()
    {
        Judge.With<MaxFieldCycleDepthRule>("{ grade __typename }", options => options with { MaxFieldCycleDepth = 0 }).Should().BeEmpty();
    }

    [Fact]
    public void Fragments_are_followed()
    {
        Judge.With<MaxFieldCycleDepthRule>(
            """
            { centre(number: "1") { ...a ... on Centre { ...a } } }
            fragment a on Centre { parent { ...b } }
            fragment b on Centre { parent { number } }
            """,
            options => options with { MaxFieldCycleDepth = 1 }).Should().ContainSingle().Which.Should().EndWith("(3:24)");
    }

    [Fact]
    public void Fragments_that_spread_each_other_come_to_an_end()
    {
        Judge.With<MaxFieldCycleDepthRule>(
            """
            { centre(number: "1") { ...a } }
            fragment a on Centre { ...b parent { ...a } }
            fragment b on Centre { ...a }
            """,
            options => options with { MaxFieldCycleDepth = 1 }).Should().BeEmpty();
    }

    [Fact]
    public void Fragments_that_fan_out_end_the_validation()
    {
        var fragments = string.Concat(Enumerable.Range(0, 30).Select(i => $"fragment f{i} on Centre {{ ...f{i + 1} a: parent {{ number }} ...f{i + 1} }} "));
        Judge.With<MaxFieldCycleDepthRule>(
            $$"""{ centre(number: "1") { ...f0 } } {{fragments}} fragment f30 on Centre { number }""",
            options => options with { MaxFieldCycleDepth = 3 }).Should().Equal("Validation aborted.");
    }

    private static string Nested(int times) =>
        "{ centre(number: \"1\") { " + string.Concat(Enumerable.Repeat("parent { ", times)) + "number" + new string('}', times) + " } }";
}
