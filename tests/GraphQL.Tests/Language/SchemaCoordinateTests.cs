using Exams.GraphQL.Language;

namespace Exams.GraphQL.Tests.Language;

public class SchemaCoordinateTests
{
    [Theory]
    [InlineData("Centre")]
    [InlineData("Centre.number")]
    [InlineData("Query.centre(number:)")]
    [InlineData("@include")]
    [InlineData("@include(if:)")]
    public void Coordinates_print_as_they_were_written(string text)
    {
        SchemaCoordinateParser.TryParse(new Source(text), out var coordinate, out _).Should().BeTrue();

        coordinate!.ToString().Should().Be(text);
        coordinate.OfDirective.Should().Be(text[0] == '@');
    }

    [Theory]
    [InlineData("Centre ", "Syntax Error: Invalid character: \" \".", 7)]
    [InlineData("A.b.c", "Syntax Error: Expected <EOF>, found \".\".", 4)]
    [InlineData("A(b:)", "Syntax Error: Expected <EOF>, found \"(\".", 2)]
    [InlineData("A.b(c: d)", "Syntax Error: Invalid character: \" \".", 7)]
    [InlineData("A.b(c", "Syntax Error: Expected \":\", found <EOF>.", 6)]
    [InlineData("@a.b", "Syntax Error: Expected <EOF>, found \".\".", 3)]
    [InlineData("", "Syntax Error: Expected Name, found <EOF>.", 1)]
    public void Anything_else_is_refused(string text, string message, int column)
    {
        SchemaCoordinateParser.TryParse(new Source(text), out _, out var error).Should().BeFalse();

        error!.Message.Should().Be(message);
        error.Location.Column.Should().Be(column);
    }
}
