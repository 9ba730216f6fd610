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

    private static IReadOnlyList<string> Judged(string text) => Judge.With<StreamDirectiveOnListFieldRule>(text, schema: Judge.InParts);
}
