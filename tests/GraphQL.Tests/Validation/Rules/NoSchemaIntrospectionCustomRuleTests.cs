using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class NoSchemaIntrospectionCustomRuleTests
{
    [Fact]
    public void Those_who_may_see_the_schema_may_ask()
    {
        Judge.With<NoSchemaIntrospectionCustomRule>("{ __schema { queryType { name } } }").Should().BeEmpty();
    }

    [Fact]
    public void Those_who_may_not_are_refused()
    {
        Judge.With<NoSchemaIntrospectionCustomRule>(
            """{ __type(name: "Query") { name } }""",
            options => options with { AllowIntrospection = false }).Should().Equal(
            """GraphQL introspection has been disabled, but the requested query contained the field "__type". (1:3)""");
    }

    [Fact]
    public void The_name_of_a_type_is_no_secret()
    {
        Judge.With<NoSchemaIntrospectionCustomRule>(
            "{ __typename person { __typename } }",
            options => options with { AllowIntrospection = false }).Should().BeEmpty();
    }
}
