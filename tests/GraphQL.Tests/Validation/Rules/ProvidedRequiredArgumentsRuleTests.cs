using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class ProvidedRequiredArgumentsRuleTests
{
    [Fact]
    public void A_default_makes_an_argument_optional()
    {
        Judge.With<ProvidedRequiredArgumentsRule>(
            """{ person { name } centre(number: "1") { number } grade @note(text: "x") }""").Should().BeEmpty();
    }

    [Fact]
    public void A_required_argument_is_asked_for_after_what_is_inside()
    {
        Judge.With<ProvidedRequiredArgumentsRule>("{ centre { candidates { name @skip } } }").Should().Equal(
            """Directive "@skip" argument "if" of type "Boolean!" is required, but it was not provided. (1:30)""",
            """Field "centre" argument "number" of type "String!" is required, but it was not provided. (1:3)""");
    }
}
