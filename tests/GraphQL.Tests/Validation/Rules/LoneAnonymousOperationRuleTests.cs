using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationRuleTests
{
    [Fact]
    public void An_operation_without_a_name_may_stand_alone()
    {
        Judge.With<LoneAnonymousOperationRule>("{ ...f } fragment f on Query { grade }").Should().BeEmpty();
    }

    [Fact]
    public void An_operation_without_a_name_stands_beside_no_other()
    {
        Judge.With<LoneAnonymousOperationRule>("{ grade } query A { grade }").Should().Equal(
            "This anonymous operation must be the only defined operation. (1:1)");
    }
}
