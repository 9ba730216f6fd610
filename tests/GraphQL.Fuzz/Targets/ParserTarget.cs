using System.Text;
using Exams.GraphQL.Fuzz.Inputs;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>Any text: an error or a tree, and the tree's print is read as the same tree.</summary>
internal sealed class ParserTarget : ITarget
{
    private static readonly ParserLimits Tight = new() { MaxTokens = 60, MaxDepth = 6, MaxDocumentBytes = 1_000, MaxQuotedText = 20 };
    private readonly TreeText _trees = new();

    public string Name => "parser";

    public int Share => 160;

    public int Parts => 1;

    public Case Make(Dice dice) => Case.Of(dice.Chance(80) ? SyntaxGrammar.Document(dice) : SyntaxGrammar.Value(dice));

    public string Try(Case input)
    {
        var source = new Source(input.Parts[0]);
        var shape = new StringBuilder();
        if (Parser.TryParse(source, ParserLimits.Default, out var document, out var error))
        {
            shape.Append(Document(document, source));
        }
        else
        {
            shape.Append(Error(error, source));
        }

        shape.Append('|').Append(Value(source));
        if (Parser.TryParseType(source, ParserLimits.Default, out var type, out _))
        {
            var print = Printer.Print(type);
            WrongException.Unless(
                Parser.TryParseType(new Source(print), ParserLimits.Default, out var again, out _) && _trees.Of(again) == _trees.Of(type),
                "A type's print is read as the same type");
        }

        if (SchemaCoordinateParser.TryParse(source, out var coordinate, out _))
        {
            WrongException.Unless(coordinate.ToString() == input.Text(0), "A coordinate is written as it was read");
        }

        Limits(source);
        return shape.ToString();
    }

    private string Document(DocumentNode document, Source source)
    {
        var tree = _trees.Of(document);
        var print = Printer.Print(document);
        WrongException.Unless(
            Parser.TryParse(new Source(print), ParserLimits.Trusted, out var again, out _) && _trees.Of(again) == tree,
            "A document's print is read as the same document");
        WrongException.Unless(Printer.Print(again!) == print, "Printing what was printed changes nothing");
        WrongException.Unless(StripIgnored.TryStrip(source, out var stripped, out _), "What parses can be stripped");
        WrongException.Unless(
            Parser.TryParse(new Source(stripped!), ParserLimits.Trusted, out var bare, out _) && _trees.Of(bare) == tree,
            "A stripped document is the same document");
        WrongException.Unless(
            StripIgnored.TryStrip(new Source(stripped!), out var twice, out _) && twice == stripped,
            "Stripping twice is stripping once");
        _ = SeparateOperations.Separate(document);
        return string.Join(' ', document.Definitions.Select(d => d.GetType().Name).Distinct()) + (int)Math.Log2(1 + tree.Length);
    }

    private string Value(Source source)
    {
        if (!Parser.TryParseValue(source, ParserLimits.Default, out var value, out var error))
        {
            return Error(error, source);
        }

        var isConst = Parser.TryParseConstValue(source, ParserLimits.Default, out _, out _);
        var print = Printer.Print(value);
        WrongException.Unless(
            Parser.TryParseValue(new Source(print), ParserLimits.Default, out var again, out _) && _trees.Of(again) == _trees.Of(value),
            "A value's print is read as the same value");
        WrongException.Unless(isConst == !_trees.Of(value).Contains(nameof(VariableNode), StringComparison.Ordinal), "Only variables make a value inconstant");
        return value.GetType().Name + isConst;
    }

    private static string Error(SyntaxError error, Source source)
    {
        WrongException.Unless(error.Offset >= 0 && error.Offset <= source.Text.Length, "A syntax error stands inside the text");
        WrongException.Unless(error.Location is { Line: > 0, Column: > 0 }, "Lines and columns count from one");
        WrongException.Unless(error.Message.StartsWith("Syntax Error: ", StringComparison.Ordinal), "A syntax error says what it is");
        return Shape.Of(error.Message);
    }

    private static void Limits(Source source)
    {
        if (!Parser.TryParse(source, Tight, out _, out var error))
        {
            WrongException.Unless(error.Message.Length < 200, "Quoted text is cut in syntax errors");
            return;
        }

        WrongException.Unless(source.Text.Length <= Tight.MaxDocumentBytes, "No text is longer than allowed");
        var (tokens, depth, deepest) = (0, 0, 0);
        var lexer = new Lexer(source.Text.Span);
        for (var token = lexer.Next(); token.Kind != TokenKind.EndOfFile; token = lexer.Next())
        {
            tokens++;
            depth += token.Kind is TokenKind.LeftBrace or TokenKind.LeftBracket ? 1 : token.Kind is TokenKind.RightBrace or TokenKind.RightBracket ? -1 : 0;
            deepest = Math.Max(deepest, depth);
        }

        WrongException.Unless(tokens <= Tight.MaxTokens, "No text has more tokens than allowed");
        WrongException.Unless(deepest <= Tight.MaxDepth + 1, "No text is nested more deeply than allowed");
    }
}
