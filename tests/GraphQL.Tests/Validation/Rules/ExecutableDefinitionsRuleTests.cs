using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsRuleTests
{
    [Fact]
    public void Operations_and_fragments_are_executable()
    {
        Judge.With<ExecutableDefinitionsRule>("{ ...f } fragment f on Query { grade }").Should().BeEmpty();
    }

    [Fact]
    public void A_type_definition_is_not_executable()
    {
        Judge.With<ExecutableDefinitionsRule>("{ grade } type Extra { a: Int } extend schema @x").Should().Equal(
            """The "Extra" definition is not executable. (1:11)""",
            "The schema definition is not executable. (1:33)");
    }
}
