using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class UniqueVariableNamesRuleTests
{
    [Fact]
    public void Two_operations_may_use_one_name()
    {
        Judge.With<UniqueVariableNamesRule>("query A($a: Int) { grade } query B($a: Int) { grade }").Should().BeEmpty();
    }

    [Fact]
    public void One_operation_may_not()
    {
        Judge.With<UniqueVariableNamesRule>("query($a: Int, $b: Int, $a: String) { grade }").Should().Equal(
            """There can be only one variable named "$a". (1:8) (1:26)""");
    }
}
