using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class UniqueDirectivesPerLocationRuleTests
{
    [Fact]
    public void A_repeatable_directive_may_be_repeated()
    {
        Judge.With<UniqueDirectivesPerLocationRule>("""{ grade @tag @tag(name: "b") }""").Should().BeEmpty();
    }

    [Fact]
    public void The_same_directive_may_stand_in_two_places()
    {
        Judge.With<UniqueDirectivesPerLocationRule>("{ grade @skip(if: true) ... @skip(if: true) { grade } }").Should().BeEmpty();
    }

    [Fact]
    public void Any_other_stands_once_in_a_place()
    {
        Judge.With<UniqueDirectivesPerLocationRule>("{ grade @skip(if: true) @include(if: true) @skip(if: false) }").Should().Equal(
            """The directive "@skip" can only be used once at this location. (1:9) (1:44)""");
    }
}
