using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class SingleFieldSubscriptionsRuleTests
{
    [Fact]
    public void Conditions_inside_fragments_are_conditions_too()
    {
        Judge.With<SingleFieldSubscriptionsRule>(
            "subscription { ... { ... @include(if: true) { changed @skip(if: false) } } ...f } fragment f on Subscription { ...f changed @skip(if: false) }",
            options => options with { RefuseConditionalSubscriptionRoot = true }).Should().ContainSingle()
            .Which.Should().StartWith("Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.")
            .And.Contain("(1:26)").And.Contain("(1:55)").And.Contain("(1:125)");
    }

    [Fact]
    public void One_root_field_is_right()
    {
        Judge.With<SingleFieldSubscriptionsRule>(
            "subscription { released { number } ...f } fragment f on Subscription { released { number } }").Should().BeEmpty();
    }

    [Fact]
    public void Two_root_fields_are_refused_with_the_second_as_place()
    {
        Judge.With<SingleFieldSubscriptionsRule>("subscription S { released { number } changed }").Should().Equal(
            """Subscription "S" must select only one top level field. (1:38)""");
    }

    [Fact]
    public void An_introspection_field_is_no_event()
    {
        Judge.With<SingleFieldSubscriptionsRule>("subscription { __typename }").Should().Equal(
            "Anonymous Subscription must not select an introspection top level field. (1:16)");
    }

    [Fact]
    public void Conditions_at_the_root_pass_where_graphql_js_16_is_the_measure()
    {
        Judge.With<SingleFieldSubscriptionsRule>("subscription($b: Boolean!) { changed @include(if: $b) }").Should().BeEmpty();
    }

    [Fact]
    public void Conditions_at_the_root_are_refused_since_September_2025()
    {
        Judge.With<SingleFieldSubscriptionsRule>(
            "subscription($b: Boolean!) { ...f } fragment f on Subscription { changed @include(if: $b) }",
            options => options with { RefuseConditionalSubscriptionRoot = true }).Should().Equal(
            "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection. (1:74)");
    }

    [Fact]
    public void Conditions_below_the_root_are_nobodys_business()
    {
        Judge.With<SingleFieldSubscriptionsRule>(
            "subscription($b: Boolean!) { released { number @include(if: $b) } }",
            options => options with { RefuseConditionalSubscriptionRoot = true }).Should().BeEmpty();
    }
}
