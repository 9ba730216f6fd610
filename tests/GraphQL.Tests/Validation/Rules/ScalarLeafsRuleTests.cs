using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class ScalarLeafsRuleTests
{
    [Fact]
    public void Objects_have_selections_and_leaves_have_none()
    {
        Judge.With<ScalarLeafsRule>("""{ centre(number: "1") { number } grade }""").Should().BeEmpty();
    }

    [Fact]
    public void A_leaf_takes_no_selection()
    {
        Judge.With<ScalarLeafsRule>("{ grade { name } }").Should().Equal(
            """Field "grade" must not have a selection since type "Grade" has no subfields. (1:9)""");
    }

    [Fact]
    public void An_object_needs_one()
    {
        Judge.With<ScalarLeafsRule>("""{ centre(number: "1") }""").Should().Equal(
            """Field "centre" of type "Centre" must have a selection of subfields. Did you mean "centre { ... }"? (1:3)""");
    }
}
