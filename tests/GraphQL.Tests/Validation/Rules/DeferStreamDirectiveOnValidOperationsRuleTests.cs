using Exams.GraphQL.Types;
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

    [Fact]
    public void What_is_surely_selected_counts_and_what_may_be_left_out_does_not()
    {
        Judged(
            """
            subscription($b: Boolean!) {
              released {
                ...f ...g @skip(if: false)
                ... @include(if: true) { officers @stream { name } }
                ... @include(if: false) { officers @stream { name } }
                ... @skip(if: $b) { officers @stream { name } }
                ... @include(if: $b) @tag { officers @stream { name } }
              }
              a: released { ...f }
            }
            fragment f on Centre { ... @defer { number } }
            fragment g on Centre { parent @tag { ... @defer(if: true) { number } } }
            """).Should().Equal(
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (11:28) (3:5)",
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (12:42) (3:10)",
            "Stream directive not supported on subscription operations. Disable `@stream` by setting the `if` argument to `false`. (4:39)");
    }

    [Fact]
    public void A_fragment_that_is_wrong_is_named_for_each_operation()
    {
        Judged("subscription A { released { ...f } } subscription B { released { ...f } } fragment f on Centre { ... @defer { number } }").Should().HaveCount(2);
        Judged("subscription A { released { ...f } } subscription B { released { ...f ... @defer { number } } } fragment f on Centre { number }").Should().HaveCount(1);
    }

    [Fact]
    public void A_schema_may_have_one_of_the_directives_alone()
    {
        const string Text = "subscription { released { ... @defer { number } officers @stream { name } } }";

        Judge.With<DeferStreamDirectiveOnValidOperationsRule>(Text, schema: Judge.With(SpecifiedDirectives.Defer)).Should().Equal(
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (1:31)");
        Judge.With<DeferStreamDirectiveOnValidOperationsRule>(Text, schema: Judge.With(SpecifiedDirectives.Stream)).Should().Equal(
            "Stream directive not supported on subscription operations. Disable `@stream` by setting the `if` argument to `false`. (1:58)");
        Judge.With<DeferStreamDirectiveOnValidOperationsRule>(Text).Should().BeEmpty();
    }

    private static IReadOnlyList<string> Judged(string text) => Judge.With<DeferStreamDirectiveOnValidOperationsRule>(text, schema: Judge.InParts);
}
