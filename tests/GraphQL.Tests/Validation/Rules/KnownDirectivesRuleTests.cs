using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class KnownDirectivesRuleTests
{
    [Fact]
    public void Directives_stand_where_they_may()
    {
        Judge.With<KnownDirectivesRule>(
            """query($b: Boolean! @note(text: "x")) @note(text: "y") { grade @skip(if: $b) @tag }""").Should().BeEmpty();
    }

    [Fact]
    public void An_unknown_directive_is_refused()
    {
        Judge.With<KnownDirectivesRule>("{ grade @nope }").Should().Equal(
            """Unknown directive "@nope". (1:9)""");
    }

    [Fact]
    public void A_directive_in_the_wrong_place_is_refused()
    {
        Judge.With<KnownDirectivesRule>(
            """query @skip(if: true) { ...f @note(text: "x") } fragment f on Query @tag { grade }""").Should().Equal(
            """Directive "@skip" may not be used on QUERY. (1:7)""",
            """Directive "@note" may not be used on FRAGMENT_SPREAD. (1:30)""",
            """Directive "@tag" may not be used on FRAGMENT_DEFINITION. (1:69)""");
    }
}
