using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class KnownArgumentNamesRuleTests
{
    [Fact]
    public void Arguments_of_the_field_and_the_directive_are_known()
    {
        Judge.With<KnownArgumentNamesRule>("""{ grade(of: A) @tag(name: "x") }""").Should().BeEmpty();
    }

    [Fact]
    public void An_unknown_argument_is_refused_with_near_names()
    {
        Judge.With<KnownArgumentNamesRule>("""{ centre(numbr: "1") { number } grade @tag(nam: "x") }""").Should().Equal(
            """Unknown argument "numbr" on field "Query.centre". Did you mean "number"? (1:10)""",
            """Unknown argument "nam" on directive "@tag". Did you mean "name"? (1:44)""");
    }
}
