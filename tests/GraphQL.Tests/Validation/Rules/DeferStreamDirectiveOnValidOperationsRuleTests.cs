using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveOnValidOperationsRuleTests
{
    [Fact]
    public void What_a_condition_may_switch_off_is_right()
    {
        Judged("subscription($b: Boolean!) { released { ... @defer(if: $b) { number } officers @stream(if: false) { name } } }").Should().BeEmpty();
        Judged("subscription { released { ... @defer @skip(if: true) { number } } }").Should().BeEmpty();
        Judged("query { centre(number: \"1\") { ... @defer { number } } }").Should().BeEmpty();
    }

    [Fact]
    public void Subscriptions_put_nothing_off()
    {
        Judged("subscription { released { ... @defer { number } officers @stream(if: true) { name } } }").Should().Equal(
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (1:31)",
            "Stream directive not supported on subscription operations. Disable `@stream` by setting the `if` argument to `false`. (1:58)");
    }

    [Fact]
    public void Fragments_are_followed_and_named_once_they_are_wrong()
    {
        Judged("subscription { released { ...f } } fragment f on Centre { ... @defer { number } }").Should().Equal(
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (1:63) (1:27)");
    }

    private static IReadOnlyList<string> Judged(string text) => Judge.With<DeferStreamDirectiveOnValidOperationsRule>(text, schema: Judge.InParts);
}
