using Exams.GraphQL.Types;
using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class StreamDirectiveOnListFieldRuleTests
{
    [Fact]
    public void Lists_may_be_streamed()
    {
        Judged("{ find @stream { __typename } }").Should().BeEmpty();
    }

    [Fact]
    public void Anything_else_may_not()
    {
        Judged("{ grade @stream }").Should().Equal("Directive \"@stream\" cannot be used on non-list field \"Query.grade\". (1:9)");
    }

    [Fact]
    public void Lists_that_may_be_null_are_lists_too_and_other_directives_are_not_meant()
    {
        Judged("{ person { ... on Officer { centre { officers @stream { name } } } } grade @tag @defer }").Should().BeEmpty();
    }

    [Fact]
    public void Schemas_without_the_directive_have_no_say()
    {
        Judge.With<StreamDirectiveOnListFieldRule>("{ grade @stream }", schema: Judge.With(SpecifiedDirectives.Defer)).Should().BeEmpty();
    }

    private static IReadOnlyList<string> Judged(string text) => Judge.With<StreamDirectiveOnListFieldRule>(text, schema: Judge.InParts);
}
