using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class UniqueOperationNamesRuleTests
{
    [Fact]
    public void Two_operations_with_two_names_are_fine()
    {
        Judge.With<UniqueOperationNamesRule>("query A { grade } mutation B { enter(entries: []) } { grade }").Should().BeEmpty();
    }

    [Fact]
    public void A_name_is_given_once_whatever_the_operation()
    {
        Judge.With<UniqueOperationNamesRule>(
            """
            query A { grade }
            mutation A { enter(entries: []) }
            """).Should().Equal(
            """There can be only one operation named "A". (1:7) (2:10)""");
    }
}
