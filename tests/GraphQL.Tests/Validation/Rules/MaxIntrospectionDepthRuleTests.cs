using Exams.GraphQL.Validation;
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

    [Theory]
    [InlineData("{ __type(name: \"Query\") { name } }", 1, 1)]
    [InlineData("{ __type(name: \"Query\") { name } }", 2, 0)]
    [InlineData("{ __type(name: \"Query\") { ofType { ofType { ofType { name } } } } }", 4, 1)]
    [InlineData("{ __type(name: \"Query\") { ofType { ofType { ofType { name } } } } }", 5, 0)]
    [InlineData("{ __type(name: \"Query\") { ... { ofType { ... on __Type { name } } } } }", 2, 1)]
    [InlineData("{ __type(name: \"Query\") { ... { ofType { ... on __Type { name } } } } }", 3, 0)]
    [InlineData("{ __type(name: \"Query\") { ...a ofType { ...a } } } fragment a on __Type { ofType { name } }", 3, 1)]
    [InlineData("{ __type(name: \"Query\") { ...a ofType { ...a } } } fragment a on __Type { ofType { name } }", 4, 0)]
    [InlineData("{ __type(name: \"Query\") { ofType { ...a } ...a } } fragment a on __Type { ofType { name } }", 3, 1)]
    [InlineData("{ __type(name: \"Query\") { ofType { ...a } ...a fields { name } } } fragment a on __Type { ofType { name } }", 4, 0)]
    [InlineData("{ __type(name: \"Query\") { ...a } } fragment a on __Type { name }", 2, 0)]
    [InlineData("{ __type(name: \"Query\") { ...a } } fragment a on __Type { name }", 1, 1)]
    public void The_depth_of_fields_is_counted_from_the_top_with_fragments_followed(string text, int most, int errors)
    {
        var found = Validator.Validate(Judge.Schema, Judge.Parse(text), Only with { MaxIntrospectionDepth = most });

        found.Select(error => error.Code).Should().Equal(Enumerable.Repeat("HC0086", errors));
    }

    [Theory]
    [InlineData("{ __type(name: \"Query\") { fields { type { fields { name } } } } }", 0)]
    [InlineData("{ __type(name: \"Query\") { fields { type { interfaces { possibleTypes { name } } } } } }", 1)]
    [InlineData("{ __type(name: \"Query\") { fields { type { inputFields { type { ...a } } } } } } fragment a on __Type { interfaces { name } }", 1)]
    [InlineData("{ __type(name: \"Query\") { ...a fields { type { fields { type { ...a } } } } } } fragment a on __Type { interfaces { name } }", 1)]
    [InlineData("{ __type(name: \"Query\") { ...a fields { type { ...a } } } } fragment a on __Type { interfaces { name } }", 0)]
    [InlineData("{ __type(name: \"Query\") { fields { type { ...a } } ...a } } fragment a on __Type { interfaces { possibleTypes { name } } }", 1)]
    [InlineData("{ a: __schema { types { fields { type { fields { type { fields { name } } } } } } } b: __schema { types { fields { type { fields { type { fields { name } } } } } } } }", 2)]
    public void Lists_are_counted_with_fragments_followed(string text, int errors)
    {
        var found = Validator.Validate(Judge.Schema, Judge.Parse(text), Only);

        found.Select(error => error.Code).Should().Equal(Enumerable.Repeat<string?>(null, errors));
    }

    private static ValidationOptions Only => new() { Rules = new RuleSet([RuleEntry.Of(context => new MaxIntrospectionDepthRule(context))]) };

    [Fact]
    public void What_is_inside_a_refused_field_is_not_refused_again()
    {
        Judge.With<MaxIntrospectionDepthRule>("{ __schema { description __type { fields { interfaces { inputFields { name } } } } } }").Should().Equal(
            "Maximum introspection depth exceeded (1:3)");
        Judge.With<MaxIntrospectionDepthRule>("{ __schema { __type { fields { interfaces { inputFields { name } } } } } }").Should().Equal(
            "Maximum introspection depth exceeded (1:3)");
    }

    [Fact]
    public void A_cycle_of_fragments_ends()
    {
        Judge.With<MaxIntrospectionDepthRule>("{ __schema { types { ...a } } } fragment a on __Type { ofType { ...a } }").Should().BeEmpty();
    }
}
