using System.Text.Json;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Fuzz.Inputs;
using Exams.GraphQL.Fuzz.Worlds;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>Any value for any input type, as JSON and as a literal: the same value either way, and coerced once is coerced for good.</summary>
internal sealed class CoercionTarget : ITarget
{
    private readonly Schemas _schemas = new((_, field) => new MethodResolver(context =>
        field.Arguments.Count == 0 ? null : context.Argument(0) is { HasValue: true } given ? Coerced.Text(given.Value) : "absent"));

    public string Name => "coercion";

    public int Share => 100;

    public int Parts => 3;

    public Case Make(Dice dice)
    {
        var sdl = SdlGrammar.Schema(new Dice(dice.Below(24)));
        var arguments = _schemas.Find(sdl)!.Schema.Directive("note")!.Arguments;
        var inputs = _schemas.Find(sdl)!.Schema.Types.Values.OfType<InputObjectType>().Where(t => !t.Name.StartsWith('_')).ToList();
        var type = dice.Below(4) switch
        {
            0 => arguments[0].Type.ToString()!,
            1 => dice.Of("Int", "Float!", "[ID!]", "String", "[[Boolean]]", "E0!", "[E0]", "S0", "[Int!]!"),
            _ => dice.Of("{0}", "{0}!", "[{0}]", "[{0}!]!").Replace("{0}", dice.In(inputs).Name, StringComparison.Ordinal),
        };
        sdl += $"extend type Query {{ echo(v: {type}): String }}";
        if (_schemas.Find(sdl) is not { } served)
        {
            return Case.Of(sdl, "{}", "1");
        }

        var values = new ValueGrammar(dice);
        var wanted = served.Schema.QueryType!.Fields["echo"].Arguments[0].Type;
        return Case.Of(sdl, $$"""{"v":{{values.Json(wanted, 4)}}}""", values.Literal(wanted, 4));
    }

    public string Try(Case input)
    {
        if (_schemas.Find(input.Text(0)) is not { } served
            || served.Schema.QueryType!.Fields.GetValueOrDefault("echo") is not { Arguments: [{ Name: "v" } argument] })
        {
            return "no schema";
        }

        return Variable(served.Reference, input, argument) + "\n" + Literal(served.Reference, input, argument.Type);
    }

    private static string Variable(RequestExecutor executor, Case input, InputField argument)
    {
        if (Json.TryParse(input.Parts[1]) is not { } variables)
        {
            return "no variables";
        }

        using (variables)
        {
            var query = $"query($v: {argument.Type}{(argument.DefaultValue is { } value ? " = " + Printer.Print(value) : "")}) {{ echo(v: $v) }}";
            var (text, shape) = Ask(executor, query, variables.RootElement);
            if (text is null)
            {
                Same(executor, null, variables.RootElement, argument.Type);
                return shape;
            }

            Again(executor, text, argument.Type);
            Same(executor, text, variables.RootElement, argument.Type);
            return shape;
        }
    }

    private static string Literal(RequestExecutor executor, Case input, IType type)
    {
        if (!Parser.TryParseConstValue(new Source(input.Parts[2]), ParserLimits.Default, out var value, out _))
        {
            return "no literal";
        }

        var literal = Printer.Print(value);
        var (text, shape) = Ask(executor, $"{{ echo(v: {literal}) }}", default);
        if (text is not null)
        {
            Again(executor, text, type);
            var (asDefault, _) = Ask(executor, $"query($v: {type} = {literal}) {{ echo(v: $v) }}", default);
            // A non-null type takes no null, and a default of null is none there.
            WrongException.Unless(asDefault == text, "A literal means the same where it is a default");
        }

        return shape;
    }

    private static void Again(RequestExecutor executor, string text, IType type)
    {
        if (text == "absent")
        {
            return;
        }

        using var once = JsonDocument.Parse($$"""{"v":{{text}}}""");
        WrongException.Unless(Ask(executor, $"query($v: {type}) {{ echo(v: $v) }}", once.RootElement).Text == text, "What was coerced once is coerced to itself");
    }

    private static void Same(RequestExecutor executor, string? text, JsonElement variables, IType type)
    {
        if (variables.TryGetProperty("v", out var value) && Coerced.Literal(value, type) is { } literal)
        {
            WrongException.Unless(Ask(executor, $"{{ echo(v: {literal}) }}", default).Text == text, "JSON and literals of the same value are coerced alike");
        }
    }

    private static (string? Text, string Shape) Ask(RequestExecutor executor, string query, JsonElement variables)
    {
        using var answer = Answers.Run(executor, new OperationRequest
        {
            Document = System.Text.Encoding.UTF8.GetBytes(query),
            Variables = variables,
            RootValue = new object(),
            Services = NoServices.Instance,
        });
        var root = answer.RootElement;
        return root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object && data.GetProperty("echo").GetString() is { } text
            ? (text, string.Concat(text.Where(c => !char.IsLetterOrDigit(c)).Take(24)))
            : (null, string.Join('\n', root.GetProperty("errors").EnumerateArray().Take(2).Select(e => Shape.Of(e.GetProperty("message").GetString()!))));
    }
}
