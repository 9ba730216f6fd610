using Exams.GraphQL.Fuzz.Inputs;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Comparison;
using Exams.GraphQL.Types.Sdl;
using Exams.GraphQL.Types.Validation;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>Any SDL: errors or a schema, and the schema's print makes the same schema.</summary>
internal sealed class SchemaTarget : ITarget
{
    public string Name => "schema";

    public int Share => 20;

    public int Parts => 2;

    public Case Make(Dice dice) => Case.Of(
        dice.Chance(70) ? SdlGrammar.Schema(dice) : SyntaxGrammar.Document(dice),
        dice.Chance(50) ? "extend type Query { more: String }" : SyntaxGrammar.Document(dice));

    public string Try(Case input)
    {
        if (Build(() => SchemaBuilder.FromSdl(input.Text(0)), out var schema) is { } refusal)
        {
            return refusal;
        }

        var faults = SchemaValidator.Validate(schema!);
        if (faults.Count > 0)
        {
            return "invalid " + Shape.Of(faults[0].Message) + Math.Min(faults.Count, 3);
        }

        var print = SchemaPrinter.Print(schema!);
        var again = SchemaBuilder.FromSdl(print);
        WrongException.Unless(SchemaPrinter.Print(again) == print, "A schema's print makes a schema with the same print");
        WrongException.Unless(SchemaValidator.Validate(again).Count == 0, "A valid schema's print is valid");
        // The print of what was printed: a default that does not fit its type is not refused, and gets lost in the first print, as in graphql-js.
        WrongException.Unless(SchemaDiff.Between(again, SchemaBuilder.FromSdl(print)).Count == 0, "A schema and its print do not differ");
        if (Build(() => SchemaBuilder.Extend(schema!, input.Text(1)), out var extended) is { } wrong)
        {
            return "extension " + wrong;
        }

        var more = SchemaValidator.Validate(extended!);
        var changes = more.Count == 0 ? SchemaDiff.Between(schema!, extended!) : [];
        return $"{(more.Count > 0 ? Shape.Of(more[0].Message) : "")} {string.Join(' ', changes.Select(c => c.Kind).Distinct().Take(4))}";
    }

    private static string? Build(Func<Schema> build, out Schema? schema)
    {
        try
        {
            schema = build();
            return null;
        }
        catch (SchemaException refused)
        {
            schema = null;
            return string.Join('\n', refused.Errors.Take(2).Select(e => Shape.Of(e.Message)));
        }
    }
}
