using Exams.GraphQL.Language;

namespace Exams.GraphQL.Tests.Language;

public class ParserTests
{
    [Theory]
    [InlineData("{", "Syntax Error: Expected Name, found <EOF>.", 1, 2)]
    [InlineData("\n{ a(b: 01) }", "Syntax Error: Invalid number, unexpected digit after 0: \"1\".", 2, 9)]
    [InlineData("{ a(b: 1.) }", "Syntax Error: Invalid number, expected digit but got: \")\".", 1, 10)]
    [InlineData("{ é }", "Syntax Error: Unexpected character: U+00E9.", 1, 3)]
    [InlineData("{ a(b: \"é\\u{110000}\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\u{110000}\".", 1, 10)]
    [InlineData("{ a(b: \"\\q\") }", "Syntax Error: Invalid character escape sequence: \"\\q\".", 1, 9)]
    [InlineData("{ a(b: \"x", "Syntax Error: Unterminated string.", 1, 10)]
    [InlineData("\"d\" { a }", "Syntax Error: Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("extend directive @a on FIELD", "Syntax Error: Unexpected Name \"directive\".", 1, 8)]
    [InlineData("query ($a: Int = $b) { a }", "Syntax Error: Unexpected variable \"$b\" in constant value.", 1, 18)]
    [InlineData("", "Syntax Error: Unexpected <EOF>.", 1, 1)]
    public void A_wrong_text_is_refused_with_the_words_and_place_of_the_reference(string text, string message, int line, int column)
    {
        Parser.TryParse(new Source(text), ParserLimits.Default, out _, out var error).Should().BeFalse();

        error!.Message.Should().Be(message);
        error.Location.Should().Be(new SourceLocation(line, column));
    }

    [Fact]
    public void Surrogate_pairs_and_wide_escapes_mean_one_character()
    {
        var value = (StringValueNode)Parser.ParseValue("\"\\uD83D\\uDE00 \\u{1F600} \\u00e9\"");

        value.Value.Should().Be("😀 😀 é");
    }

    [Fact]
    public void Descriptions_may_stand_before_operations_fragments_and_variables()
    {
        var document = Parser.Parse("\"one\" query Q(\"two\" $a: Int @x) { ...F } \"\"\"three\"\"\" fragment F on T { a }");

        var operation = (OperationDefinitionNode)document.Definitions[0];
        operation.Description!.Value.Should().Be("one");
        operation.VariableDefinitions[0].Description!.Value.Should().Be("two");
        operation.VariableDefinitions[0].Directives.Should().ContainSingle();
        ((FragmentDefinitionNode)document.Definitions[1]).Description!.Block.Should().BeTrue();
    }

    [Fact]
    public void A_name_used_often_is_one_string()
    {
        var document = Parser.Parse("{ candidate candidate }");

        var selections = ((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections.Cast<FieldNode>().ToArray();
        selections[1].Name.Value.Should().BeSameAs(selections[0].Name.Value);
    }

    [Fact]
    public void Spans_cover_what_was_written()
    {
        const string text = "{ é: a(b: [1, 2]) @c { d } }";
        Parser.TryParse(new Source(text.Replace('é', 'e')), ParserLimits.Default, out var document, out _).Should().BeTrue();

        var field = (FieldNode)((OperationDefinitionNode)document!.Definitions[0]).SelectionSet.Selections[0];
        field.Span.Should().Be(new TextSpan(2, 26));
        field.Arguments[0].Value.Span.Should().Be(new TextSpan(10, 16));
        document.Span.Should().Be(new TextSpan(0, 28));
    }
}
