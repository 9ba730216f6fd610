using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class UniqueArgumentNamesRuleTests
{
    [Fact]
    public void Different_arguments_are_fine()
    {
        Judge.With<UniqueArgumentNamesRule>("""{ find(text: "a", since: "b") { __typename } }""").Should().BeEmpty();
    }

    [Fact]
    public void An_argument_is_given_once()
    {
        Judge.With<UniqueArgumentNamesRule>("""{ grade(of: A, of: B) @tag(name: "a", name: "b", name: "c") }""").Should().Equal(
            """There can be only one argument named "of". (1:9) (1:16)""",
            """There can be only one argument named "name". (1:28) (1:39) (1:50)""");
    }
}
