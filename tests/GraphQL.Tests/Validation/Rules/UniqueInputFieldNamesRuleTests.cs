using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class UniqueInputFieldNamesRuleTests
{
    [Fact]
    public void Nested_objects_count_for_themselves()
    {
        Judge.With<UniqueInputFieldNamesRule>(
            """{ centre(number: "1") { candidates(where: { name: "a", and: [{ name: "b" }] }) { name } } }""").Should().BeEmpty();
    }

    [Fact]
    public void A_field_is_given_once_in_an_object()
    {
        Judge.With<UniqueInputFieldNamesRule>(
            """{ centre(number: "1") { candidates(where: { name: "a", name: "b" }) { name } } }""").Should().Equal(
            """There can be only one input field named "name". (1:45) (1:56)""");
    }
}
