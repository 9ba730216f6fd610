using System.Text.Json;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;
using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeRuleTests
{
    [Fact]
    public void Literals_that_fit_pass()
    {
        Judge.With<ValuesOfCorrectTypeRule>(
            """{ centre(number: "1") { candidates(first: 1, where: { grades: A, and: [{ number: 2 }] }, by: { number: 7 }) { name } } find(since: 3) { __typename } }""").Should().BeEmpty();
    }

    [Fact]
    public void A_literal_of_another_kind_is_refused_in_the_words_of_its_type()
    {
        Judge.With<ValuesOfCorrectTypeRule>("""{ centre(number: 1) { candidates(first: "x") { name } } grade(of: "A") }""").Should().Equal(
            "String cannot represent a non string value: 1 (1:18)",
            """Int cannot represent non-integer value: "x" (1:41)""",
            """Enum "Grade" cannot represent non-enum value: "A". Did you mean the enum value "A"? (1:67)""");
    }

    [Fact]
    public void Null_does_not_fit_a_non_null()
    {
        Judge.With<ValuesOfCorrectTypeRule>("{ centre(number: null) { number } }").Should().Equal(
            """Expected value of type "String!", found null. (1:18)""");
    }

    [Fact]
    public void An_input_object_has_its_required_fields_and_no_others()
    {
        Judge.With<ValuesOfCorrectTypeRule>("""mutation { enter(entries: { candidate: 1, syllabuss: "0580" }) }""").Should().Equal(
            """Field "NewEntry.syllabus" of required type "String!" was not provided. (1:27)""",
            """Field "syllabuss" is not defined by type "NewEntry". Did you mean "syllabus"? (1:43)""");
    }

    [Fact]
    public void Of_a_one_of_object_exactly_one_field_is_given_and_not_null()
    {
        Judge.With<ValuesOfCorrectTypeRule>(
            """{ centre(number: "1") { a: candidates(by: { number: 1, name: "x" }) { name } b: candidates(by: {}) { name } c: candidates(by: { name: null }) { name } } }""").Should().Equal(
            """OneOf Input Object "CandidateKey" must specify exactly one key. (1:43)""",
            """OneOf Input Object "CandidateKey" must specify exactly one key. (1:96)""",
            """Field "CandidateKey.name" must be non-null. (1:127)""");
    }

    [Fact]
    public void A_list_where_no_list_belongs_is_one_error()
    {
        Judge.With<ValuesOfCorrectTypeRule>("""{ centre(number: ["1", 2]) { number } }""").Should().Equal(
            """String cannot represent a non string value: ["1", 2] (1:18)""");
    }

    [Fact]
    public void An_object_where_none_belongs_is_one_error_whatever_is_in_it()
    {
        Judge.With<ValuesOfCorrectTypeRule>(
            """{ grade(of: { a: [A], b: "x" }) centre(number: { a: { b: 1 } }) { candidates(where: { name: { x: 1 }, grades: { y: 2 } }) { name } } }""").Should().Equal(
            """Enum "Grade" cannot represent non-enum value: {a: [A], b: "x"}. (1:13)""",
            "String cannot represent a non string value: {a: {b: 1}} (1:48)",
            "String cannot represent a non string value: {x: 1} (1:93)",
            """Enum "Grade" cannot represent non-enum value: {y: 2}. (1:111)""");
    }

    [Fact]
    public void After_a_list_that_is_wrong_as_a_whole_the_next_value_is_looked_at()
    {
        Judge.With<ValuesOfCorrectTypeRule>("""{ a: centre(number: ["1", 2]) { number } b: centre(number: 3) { number } }""").Should().Equal(
            """String cannot represent a non string value: ["1", 2] (1:21)""",
            "String cannot represent a non string value: 3 (1:60)");
    }

    [Theory]
    [InlineData("{ odd(of: 1) }")]
    [InlineData("{ odd(of: \"1\") }", "Expected value of type \"Odd\", found \"1\". (1:11)")]
    [InlineData("{ odd(of: 2) }", "Odd, please. (1:11)")]
    [InlineData("query($n: Int) { odd(of: [$n]) }")]
    [InlineData("query($n: Int) { odd(of: { a: [1, $n], b: 2 }) }")]
    [InlineData("{ odd(of: [1, 2]) }", "Expected value of type \"Odd\", found [1, 2]. (1:11)")]
    [InlineData("{ odd(of: { a: 1 }) }", "Expected value of type \"Odd\", found {a: 1}. (1:11)")]
    [InlineData("{ odd(of: {}) }", "Expected value of type \"Odd\", found {}. (1:11)")]
    public void A_scalar_of_the_application_says_what_it_refuses_or_is_spoken_for(string text, params string[] expected)
    {
        var query = new ObjectType("Query", () => [new OutputField("odd", SpecifiedScalars.Int) { Arguments = [new InputField("of", new Odd())] }]);

        Judge.With<ValuesOfCorrectTypeRule>(text, schema: new Schema([query], SpecifiedDirectives.All, query)).Should().Equal(expected);
    }

    private sealed class Odd() : ScalarType("Odd")
    {
        public override object? CoerceLiteral(IValueNode literal) =>
            int.Parse(((IntValueNode)literal).Value.ToString()!, System.Globalization.CultureInfo.InvariantCulture) % 2 == 1 ? literal : throw new CoercionException("Odd, please.");

        public override object? CoerceVariable(JsonElement value) => value.GetInt32();

        public override void WriteResult(object value, JsonBuffer json) => json.WriteNull();

        public override IValueNode ParseResult(object? resultValue) => new NullValueNode();
    }

    [Fact]
    public void A_scalar_of_the_application_may_hold_variables_inside()
    {
        Judge.With<ValuesOfCorrectTypeRule>("query($d: Int) { find(since: [1, { from: $d }]) { __typename } }").Should().BeEmpty();
    }

    [Fact]
    public void A_specified_scalar_may_not()
    {
        Judge.With<ValuesOfCorrectTypeRule>("query($d: Int) { find(text: [$d]) { __typename } }").Should().Equal(
            "String cannot represent a non string value: [$d] (1:29)");
    }

    [Fact]
    public void Long_literals_are_cut_in_messages()
    {
        Judge.With<ValuesOfCorrectTypeRule>(
            """{ grade(of: "aaaaaaaaaaaaaaaaaaaa") }""",
            options => options with { MaxQuotedText = 5, AllowSuggestions = false }).Should().Equal(
            """Enum "Grade" cannot represent non-enum value: "aaaa…. (1:13)""");
    }
}
