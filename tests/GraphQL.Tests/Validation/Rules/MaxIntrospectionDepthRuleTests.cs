using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class MaxIntrospectionDepthRuleTests
{
    [Fact]
    public void The_usual_introspection_passes()
    {
        Judge.With<MaxIntrospectionDepthRule>(
            "{ __schema { types { fields { args { type { ofType { ofType { name } } } } } inputFields { name } } } }").Should().BeEmpty();
    }

    [Fact]
    public void Lists_of_types_in_lists_of_types_are_refused_through_fragments_too()
    {
        Judge.With<MaxIntrospectionDepthRule>(
            "{ __schema { types { ...a } } } fragment a on __Type { fields { type { ...b } } } fragment b on __Type { interfaces { possibleTypes { name } } }").Should().Equal(
            "Maximum introspection depth exceeded (1:3)");
    }

    [Fact]
    public void Fields_have_a_limit_of_their_own_where_one_is_set()
    {
        Judge.With<MaxIntrospectionDepthRule>(
            """{ __type(name: "Query") { ofType { ofType { ofType { name } } } } }""",
            options => options with { MaxIntrospectionDepth = 4 }).Should().Equal(
            "Maximum introspection depth exceeded (1:3)");
    }

    [Fact]
    public void What_is_inside_a_refused_field_is_not_refused_again()
    {
        Judge.With<MaxIntrospectionDepthRule>("{ __schema { __type { fields { interfaces { inputFields { name } } } } } }").Should().Equal(
            "Maximum introspection depth exceeded (1:3)");
    }

    [Fact]
    public void A_cycle_of_fragments_ends()
    {
        Judge.With<MaxIntrospectionDepthRule>("{ __schema { types { ...a } } } fragment a on __Type { ofType { ...a } }").Should().BeEmpty();
    }
}
