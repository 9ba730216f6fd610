using Exams.GraphQL.Types;
using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveLabelRuleTests
{
    [Fact]
    public void Labels_that_differ_are_right()
    {
        Judged("""{ centre(number: "1") { ... @defer(label: "a") { number } ... @defer { number } officers @stream(label: "b") { name } } }""")
            .Should().BeEmpty();
    }

    [Fact]
    public void A_label_used_twice_is_refused_with_both_places()
    {
        Judged("""{ ... @defer(label: "a") { grade } find @stream(label: "a") { __typename } }""").Should().Equal(
            "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages. (1:7) (1:41)");
    }

    [Fact]
    public void A_label_is_written_out()
    {
        Judged("query($l: String) { ... @defer(label: $l) { grade } }").Should().Equal(
            "Argument \"@defer(label:)\" must be a static string. (1:25)");
    }

    [Fact]
    public void Schemas_without_the_directives_have_no_say()
    {
        Judge.With<DeferStreamDirectiveLabelRule>("""{ ... @defer(label: 1) { grade } }""").Should().BeEmpty();
        Judge.With<DeferStreamDirectiveLabelRule>(
            "{ ... @defer(label: 1) { grade } find @stream(label: 2) { __typename } }", schema: Judge.With(SpecifiedDirectives.Stream)).Should().Equal(
            "Argument \"@stream(label:)\" must be a static string. (1:39)");
        Judge.With<DeferStreamDirectiveLabelRule>(
            "{ ... @defer(label: 1) { grade } find @stream(label: 2) { __typename } }", schema: Judge.With(SpecifiedDirectives.Defer)).Should().Equal(
            "Argument \"@defer(label:)\" must be a static string. (1:7)");
    }

    [Fact]
    public void Null_is_no_label()
    {
        Judged("{ ... @defer(label: null, if: true) { grade } ... @defer(label: null) { grade } find @stream(if: true, label: null) { __typename } }")
            .Should().BeEmpty();
    }

    [Fact]
    public void Other_directives_have_labels_of_their_own()
    {
        Judged("{ grade @tag(label: 1) @tag(label: \"a\") @tag(label: \"a\") }").Should().BeEmpty();
    }

    private static IReadOnlyList<string> Judged(string text) => Judge.With<DeferStreamDirectiveLabelRule>(text, schema: Judge.InParts);
}
