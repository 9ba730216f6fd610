using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class NoUndefinedVariablesRuleTests
{
    [Fact]
    public void A_variable_of_the_operation_is_defined_in_its_fragments()
    {
        Judge.With<NoUndefinedVariablesRule>("query($g: Grade) { ...f } fragment f on Query { grade(of: $g) }").Should().BeEmpty();
    }

    [Fact]
    public void A_fragment_sees_only_the_variables_of_its_operation()
    {
        Judge.With<NoUndefinedVariablesRule>(
            """
            query A($g: Grade) { ...f } query B { ...f }
            fragment f on Query { grade(of: $g) }
            """).Should().Equal(
            """Variable "$g" is not defined by operation "B". (2:33) (1:29)""");
    }

    [Fact]
    public void Operations_with_the_same_fragments_see_them_in_the_same_order()
    {
        Judge.With<NoUndefinedVariablesRule>(
            "query A { ...f ...g } query B { ...g ...f } fragment f on Query { grade(of: $x) } fragment g on Query { grade(of: $y) }").Should().Equal(
            """Variable "$x" is not defined by operation "A". (1:77) (1:1)""",
            """Variable "$y" is not defined by operation "A". (1:115) (1:1)""",
            """Variable "$x" is not defined by operation "B". (1:77) (1:23)""",
            """Variable "$y" is not defined by operation "B". (1:115) (1:23)""");
    }

    [Fact]
    public void An_operation_without_a_name_is_not_named()
    {
        Judge.With<NoUndefinedVariablesRule>("{ grade(of: $g) }").Should().Equal(
            """Variable "$g" is not defined. (1:13) (1:1)""");
    }
}
