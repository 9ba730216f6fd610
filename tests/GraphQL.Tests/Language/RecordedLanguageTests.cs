using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Tests.Language;

/// <summary>The reference implementation's own tests, recorded: every case must come out the same.</summary>
public class RecordedLanguageTests
{
    [Fact]
    public void Texts_parse_and_print_as_the_reference_does()
    {
        var cases = Vectors.Load("parse.json");
        var differences = cases.Select(ParseCase).Where(d => d is not null).ToArray();

        differences.Should().BeEmpty();
        cases.Should().HaveCount(994);
    }

    [Fact]
    public void Block_strings_are_dedented_and_printed_as_the_reference_does()
    {
        foreach (var vector in Vectors.Load("block-string.json"))
        {
            var arguments = vector.GetProperty("args");
            if (vector.GetProperty("kind").GetString() == "dedentBlockStringLines")
            {
                BlockString.Dedent(Texts(arguments[0])).Should().Equal(Texts(vector.GetProperty("result")));
            }
            else
            {
                var minimize = arguments.GetArrayLength() > 1 && arguments[1].GetProperty("minimize").GetBoolean();
                BlockString.Print(arguments[0].GetString()!, minimize).Should().Be(vector.GetProperty("result").GetString());
            }
        }
    }

    [Fact]
    public void Ignored_characters_are_stripped_as_the_reference_does()
    {
        foreach (var vector in Vectors.Load("strip-ignored.json"))
        {
            StripIgnored.TryStrip(new Source(vector.GetProperty("source").GetString()!), out var stripped, out _).Should().BeTrue();
            stripped.Should().Be(vector.GetProperty("result").GetString());
        }
    }

    [Fact]
    public void Operations_are_separated_as_the_reference_does()
    {
        foreach (var vector in Vectors.Load("separate-operations.json"))
        {
            var separated = SeparateOperations.Separate(Parser.Parse(vector.GetProperty("source").GetString()!));

            separated.Select(d => (d.Key, Printer.Print(d.Value))).Should().Equal(
                vector.GetProperty("result").EnumerateObject().Select(p => (p.Name, p.Value.GetString()!)));
        }
    }

    private static string? ParseCase(JsonElement vector)
    {
        var text = vector.GetProperty("source").GetString()!;
        var limits = Limits(vector);
        var source = new Source(text);
        SyntaxError? error;
        ISyntaxNode? tree;
        switch (vector.GetProperty("kind").GetString())
        {
            case "parse":
                Parser.TryParse(source, limits, out var document, out error);
                tree = document;
                break;
            case "parseValue":
                Parser.TryParseValue(source, limits, out var value, out error);
                tree = value;
                break;
            case "parseConstValue":
                Parser.TryParseConstValue(source, limits, out var constant, out error);
                tree = constant;
                break;
            default:
                Parser.TryParseType(source, limits, out var type, out error);
                tree = type;
                break;
        }

        string expected, actual;
        if (vector.TryGetProperty("error", out var wanted))
        {
            var place = wanted.GetProperty("locations")[0];
            expected = $"{wanted.GetProperty("message").GetString()} {place.GetProperty("line")}:{place.GetProperty("column")}";
            actual = error is null ? "no error" : $"{error.Message} {error.Location.Line}:{error.Location.Column}";
        }
        else
        {
            expected = vector.GetProperty("printed").GetString()!;
            actual = tree is null ? error!.Message : Printer.Print(tree);
        }

        return expected == actual ? null : $"{text}\n expected: {expected}\n but was: {actual}";
    }

    private static ParserLimits Limits(JsonElement vector)
    {
        var limits = ParserLimits.Trusted;
        if (vector.TryGetProperty("options", out var options))
        {
            foreach (var option in options.EnumerateObject())
            {
                limits = option.Name switch
                {
                    "maxTokens" => limits with { MaxTokens = option.Value.GetInt32() },
                    "allowLegacyFragmentVariables" => limits with { FragmentVariables = option.Value.GetBoolean() },
                    "noLocation" => limits,
                    _ => throw new InvalidOperationException($"Unknown option {option.Name}."),
                };
            }
        }

        return limits;
    }

    private static IEnumerable<string> Words(JsonElement array) => array.EnumerateArray().Select(e => e.GetString()!);

    private static string[] Texts(JsonElement array) => [.. Words(array)];
}
