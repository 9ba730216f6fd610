using Exams.GraphQL.Validation;
using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class OverlappingFieldsCanBeMergedRuleTests
{
    [Fact]
    public void The_same_field_may_be_asked_for_in_many_places()
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>(
            "{ person { name ...p } person { ... on Candidate { n: number } ... on Officer { m: email } } } fragment p on Person { name }").Should().BeEmpty();
    }

    [Fact]
    public void Fields_of_different_objects_may_differ_in_arguments()
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>(
            "{ find { ... on Candidate { x: grades(best: true) } ... on Officer { y: email } } }").Should().BeEmpty();
    }

    [Fact]
    public void One_key_cannot_stand_for_two_fields()
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>("{ person { x: name ...p } } fragment p on Candidate { x: formerName }").Should().Equal(
            """Fields "x" conflict because "name" and "formerName" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:12) (1:55)""");
    }

    [Fact]
    public void One_key_cannot_stand_for_two_sets_of_arguments()
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>("{ grade(of: A) grade(of: B) }").Should().Equal(
            """Fields "grade" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:3) (1:16)""");
    }

    [Fact]
    public void Even_values_that_never_meet_have_one_shape()
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>("{ find { ... on Candidate { x: number } ... on Officer { x: name } } }").Should().Equal(
            """Fields "x" conflict because they return conflicting types "Int!" and "String!". Use different aliases on the fields to fetch both if this was intentional. (1:29) (1:58)""");
    }

    [Fact]
    public void A_conflict_deep_down_is_traced_from_the_top()
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>(
            "{ person { ... on Candidate { centre { a: number } } ...q } } fragment q on Officer { centre { a: parent { number } } }").Should().Equal(
            """Fields "centre" conflict because subfields "a" conflict because they return conflicting types "String!" and "Centre". Use different aliases on the fields to fetch both if this was intentional. (1:31) (1:40) (1:87) (1:96)""");
    }

    [Fact]
    public void A_fragment_whose_name_another_one_takes_is_looked_at_too()
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>(
            "{ ...f } fragment f on Query { a: grade a: __typename } fragment f on Query { grade }").Should().Equal(
            """Fields "a" conflict because "grade" and "__typename" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:32) (1:41)""");
    }

    [Fact]
    public void A_field_of_an_interface_meets_the_fields_of_all_objects()
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>(
            "{ find { ... on Person { x: name } ... on Candidate { x: name } ... on Centre { x: number } } }").Should().Equal(
            """Fields "x" conflict because "name" and "number" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:26) (1:81)""");
    }

    [Fact]
    public void Fragments_that_never_meet_in_one_place_may_meet_in_another()
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>(
            """
            {
              person { ... on Officer { centre { ...f ...g } } }
              find { ... on Candidate { c: centre { ...f } } ... on Officer { c: centre { ...g } } }
            }
            fragment f on Centre { parent { x: number } }
            fragment g on Centre { parent { x: __typename } }
            """).Should().Equal(
            """Fields "parent" conflict because subfields "x" conflict because "number" and "__typename" are different fields. Use different aliases on the fields to fetch both if this was intentional. (5:24) (5:33) (6:24) (6:33)""");
    }

    [Fact]
    public void Even_deep_below_values_that_never_meet_there_is_one_shape()
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>(
            "{ find { ... on Candidate { x: centre { p: parent { y: number } } } ... on Officer { x: centre { p: parent { y: parent { number } } } } } }")
            .Should().ContainSingle().Which.Should().StartWith(
                "Fields \"x\" conflict because subfields \"p\" conflict because subfields \"y\" conflict because they return conflicting types \"String!\" and \"Centre\".");
    }

    [Fact]
    public void The_order_of_input_fields_does_not_matter()
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>(
            """{ centre(number: "1") { candidates(where: { name: "a", number: 1 }) { name } candidates(where: { number: 1, name: "a" }) { name } } }""").Should().BeEmpty();
    }

    [Fact]
    public void A_conflict_inside_an_inline_fragment_is_named_once()
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>("{ ... { a: grade a: __typename } ... on Query { b: grade ... { b: __typename } } }").Should().Equal(
            """Fields "a" conflict because "grade" and "__typename" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:9) (1:18)""",
            """Fields "b" conflict because "grade" and "__typename" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:49) (1:64)""");
    }

    /// <summary>Bounds of graphql-js: a thousand characters of reasons, twenty places on either side.</summary>
    [Theory]
    [InlineData(9, 3, 860, 20)]
    [InlineData(10, 3, 944, 22)]
    [InlineData(18, 3, 1112, 38)]
    [InlineData(19, 3, 1112, 40)]
    [InlineData(20, 3, 1112, 40)]
    [InlineData(40, 3, 1112, 40)]
    [InlineData(5, 300, 1112, 12)]
    [InlineData(9, 60, 1112, 20)]
    public void Reasons_and_places_of_a_conflict_are_bounded(int conflicts, int length, int words, int places)
    {
        var keys = Enumerable.Range(0, conflicts).Select(i => $"k{i:00}".PadRight(length, 'x')).ToList();
        var text = $$"""{ centre(number: "1") { {{string.Join(' ', keys.Select(k => k + ": number"))}} } centre(number: "1") { {{string.Join(' ', keys.Select(k => k + ": __typename"))}} } }""";

        var error = Validator.Validate(Judge.Schema, Judge.Parse(text), ValidationOptions.Reference).Should().ContainSingle().Which;

        (error.Message.Length, error.Locations!.Count).Should().Be((words, places));
        error.Message.Should().EndWith((words == 1112 ? "..." : "") + ". Use different aliases on the fields to fetch both if this was intentional.");
    }

    [Fact]
    public void As_many_conflicts_are_named_as_there_may_be_errors()
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>("{ a: grade a: __typename b: grade b: __typename c: grade c: __typename }", options => options with { MaxErrors = 1 })
            .Should().HaveCount(2).And.HaveElementAt(1, "Too many validation errors, error limit reached. Validation aborted.");
    }

    [Fact]
    public void What_cannot_be_decided_does_not_pass()
    {
        var text = $"{{ {string.Concat(Enumerable.Repeat("__typename ", 1_100))} ...f }} fragment f on Query {{ ...f }}";

        Judge.With<OverlappingFieldsCanBeMergedRule>(text).Should().Equal("Validation aborted.");
    }

    [Theory]
    [InlineData("{ find @stream { __typename } find { __typename } }", "they have overlapping stream directives", "(1:3) (1:31)")]
    [InlineData("{ find @stream { __typename } ...f } fragment f on Query { find @stream { __typename } }",
        "they have overlapping stream directives. See https://github.com/graphql/defer-stream-wg/discussions/100", "(1:3) (1:60)")]
    public void A_streamed_field_merges_with_no_other(string text, string reason, string places)
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>(text, schema: Judge.InParts).Should().Equal(
            $"Fields \"find\" conflict because {reason}. Use different aliases on the fields to fetch both if this was intentional. {places}");
    }

    [Fact]
    public void Streamed_fields_of_types_that_never_meet_conflict_too()
    {
        Judge.With<OverlappingFieldsCanBeMergedRule>(
            "{ find { ... on Candidate { x: grades @stream } ... on Centre { x: number } } }", schema: Judge.InParts).Should().ContainSingle()
            .Which.Should().Contain("they have overlapping stream directives");
        Judge.With<OverlappingFieldsCanBeMergedRule>("{ find @stream { __typename } other: find { __typename } }", schema: Judge.InParts).Should().BeEmpty();
    }
}
