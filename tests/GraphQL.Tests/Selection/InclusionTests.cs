using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;

namespace Exams.GraphQL.Tests.Selection;

public sealed class InclusionTests
{
    [Theory]
    [InlineData("", true, true)]
    [InlineData("@skip(if: $v)", false, true)]
    [InlineData("@include(if: $v)", true, false)]
    [InlineData("@skip(if: true)", false, false)]
    [InlineData("@include(if: false) @skip(if: false)", false, false)]
    [InlineData("@skip(if: $v) @include(if: $v)", false, false)]
    [InlineData("@skip(if: false) @include(if: true) @other(if: false)", true, true)]
    public void A_selection_is_taken_unless_it_is_skipped_or_not_included(string directives, bool whenTrue, bool whenFalse)
    {
        var inclusion = Of(directives);

        inclusion.Holds(_ => true).Should().Be(whenTrue);
        inclusion.Holds(_ => false).Should().Be(whenFalse);
    }

    [Fact]
    public void Literals_alone_decide_before_any_variable_is_known()
    {
        Of("@skip(if: true) @include(if: $v)").IsNever.Should().BeTrue();
        Of("@skip(if: $v)").IsNever.Should().BeFalse();
        Of("@include(if: true)").IsNever.Should().BeFalse();
    }

    private static Inclusion Of(string directives)
    {
        var operation = (OperationDefinitionNode)Parser.Parse($"{{ a {directives} }}").Definitions[0];
        return Inclusion.Of(operation.SelectionSet.Selections[0].Directives);
    }
}
