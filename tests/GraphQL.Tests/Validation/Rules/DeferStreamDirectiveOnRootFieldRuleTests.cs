using Exams.GraphQL.Types;
using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveOnRootFieldRuleTests
{
    [Fact]
    public void Queries_may_put_off_what_they_like()
    {
        Judged("{ ... @defer { grade } find @stream { __typename } }").Should().BeEmpty();
    }

    [Fact]
    public void Root_fields_of_mutations_are_not_put_off()
    {
        Judged("mutation { ... @defer { enter(entries: []) } ...f } fragment f on Mutation { a: enter(entries: []) @stream }").Should().Equal(
            "Defer directive cannot be used on root mutation type \"Mutation\". (1:16)",
            "Stream directive cannot be used on root mutation type \"Mutation\". (1:100)");
    }

    [Fact]
    public void Root_fields_of_subscriptions_are_not_put_off_through_fragments_either()
    {
        Judged("subscription { ...f @defer } fragment f on Subscription { changed }").Should().Equal(
            "Defer directive cannot be used on root subscription type \"Subscription\". (1:21)");
    }

    [Fact]
    public void A_schema_may_have_one_of_the_directives_alone()
    {
        const string Text = "mutation { ... @defer { enter(entries: []) } a: enter(entries: []) @stream }";

        Judge.With<DeferStreamDirectiveOnRootFieldRule>(Text, schema: Judge.With(SpecifiedDirectives.Defer)).Should().Equal(
            "Defer directive cannot be used on root mutation type \"Mutation\". (1:16)");
        Judge.With<DeferStreamDirectiveOnRootFieldRule>(Text, schema: Judge.With(SpecifiedDirectives.Stream)).Should().Equal(
            "Stream directive cannot be used on root mutation type \"Mutation\". (1:68)");
        Judge.With<DeferStreamDirectiveOnRootFieldRule>(Text).Should().BeEmpty();
    }

    [Fact]
    public void Fields_below_the_root_may_be_put_off()
    {
        Judged("subscription { released { ... @defer { officers @stream { name } } } }").Should().BeEmpty();
    }

    [Fact]
    public void A_fragment_is_looked_through_once()
    {
        Judged("mutation { ...f ...f ...missing } fragment f on Mutation { enter(entries: []) @stream ...f }").Should().Equal(
            "Stream directive cannot be used on root mutation type \"Mutation\". (1:79)");
    }

    private static IReadOnlyList<string> Judged(string text) => Judge.With<DeferStreamDirectiveOnRootFieldRule>(text, schema: Judge.InParts);
}
