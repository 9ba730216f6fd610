using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class UniqueFragmentNamesRuleTests
{
    [Fact]
    public void Fragments_with_different_names_are_fine()
    {
        Judge.With<UniqueFragmentNamesRule>("fragment a on Query { grade } fragment b on Query { grade }").Should().BeEmpty();
    }

    [Fact]
    public void A_name_stands_for_one_fragment()
    {
        Judge.With<UniqueFragmentNamesRule>("fragment a on Query { grade } fragment a on Centre { number }").Should().Equal(
            """There can be only one fragment named "a". (1:10) (1:40)""");
    }
}
