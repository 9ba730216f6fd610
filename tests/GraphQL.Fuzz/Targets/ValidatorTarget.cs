using System.Text;
using Exams.GraphQL.Fuzz.Inputs;
using Exams.GraphQL.Fuzz.Worlds;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Sdl;
using Exams.GraphQL.Validation;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>Any document against any schema, under both profiles: a bounded list of bounded errors, the same every time.</summary>
internal sealed class ValidatorTarget : ITarget
{
    private static readonly ValidationOptions Strict = ValidationOptions.Public with { AllowIntrospection = false };
    private readonly Schemas _schemas = new((_, field) => MemberResolver.Of(field.Name));

    public string Name => "validator";

    public int Share => 80;

    public int Parts => 2;

    public Case Make(Dice dice)
    {
        // A few schemas only: what is varied here is the document.
        var sdl = SdlGrammar.Schema(new Dice(dice.Below(24)));
        return Case.Of(sdl, new DocumentGrammar(_schemas.Find(sdl)!.Schema, dice).Write().Document);
    }

    public string Try(Case input)
    {
        if (_schemas.Find(input.Text(0)) is not { } served)
        {
            return "no schema";
        }

        if (!Parser.TryParse(new Source(input.Parts[1]), ParserLimits.Default, out var document, out _))
        {
            return "no document";
        }

        var reference = Validator.Validate(served.Schema, document, ValidationOptions.Reference);
        WrongException.Unless(reference.Count <= 101, "The reference profile gives at most 100 errors and says that there are more");
        var errors = Validator.Validate(served.Schema, document, Strict);
        WrongException.Unless(errors.Count <= 5, "The public profile gives at most 5 errors");
        foreach (var error in errors)
        {
            WrongException.Unless(error.Message.Length <= 1_500, "Messages for strangers are short");
            WrongException.Unless(error.Locations is { Count: <= 5 } or null, "Errors for strangers have few places");
            // What a field of objects looks like is no name.
            WrongException.Unless(
                error.Message.EndsWith(" { ... }\"?", StringComparison.Ordinal) || !error.Message.Contains("Did you mean", StringComparison.Ordinal),
                "Strangers are suggested nothing");
        }

        foreach (var place in reference.SelectMany(e => e.Locations ?? []))
        {
            WrongException.Unless(place is { Line: > 0, Column: > 0 }, "Errors stand in the text");
        }

        WrongException.Unless(Same(reference, Validator.Validate(served.Schema, document, ValidationOptions.Reference)), "The same document gets the same errors");
        var printed = Parser.Parse(Printer.Print(document));
        var again = Validator.Validate(served.Schema, printed, ValidationOptions.Reference);
        WrongException.Unless(Same(reference, again), "A document's print gets the document's errors");
        return Shapes(reference) + "/" + Shapes(errors);
    }

    private static bool Same(IReadOnlyList<GraphQLError> some, IReadOnlyList<GraphQLError> others) =>
        some.Select(e => e.Message).SequenceEqual(others.Select(e => e.Message));

    private static string Shapes(IReadOnlyList<GraphQLError> errors)
    {
        var shapes = new StringBuilder();
        foreach (var error in errors.Select(e => Shape.Of(e.Message)).Distinct().Take(3))
        {
            shapes.Append(error).Append('\n');
        }

        return shapes.ToString();
    }
}
