using System.Text;
using System.Text.Json;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Fuzz.Inputs;
using Exams.GraphQL.Fuzz.Worlds;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>Any document, run on a world of its own with faults in it: the data is that of a plain model of execution,
/// whether resolvers answer at once or later.</summary>
internal sealed class ExecutionTarget : ITarget
{
    private const ulong Genesis = 0x5EED;
    private readonly World _world = new();
    private readonly Schemas _schemas;

    public ExecutionTarget() => _schemas = new Schemas(Resolver);

    public string Name => "execution";

    public int Share => 80;

    public int Parts => 3;

    public Case Make(Dice dice)
    {
        var sdl = SdlGrammar.Schema(new Dice(dice.Below(24)));
        var (document, variables) = new DocumentGrammar(_schemas.Find(sdl)!.Schema, dice).Write();
        return Case.Of(sdl, document, variables);
    }

    public string Try(Case input)
    {
        if (_schemas.Find(input.Text(0)) is not { } served)
        {
            return "no schema";
        }

        if (Json.TryParse(input.Parts[2]) is not { } variables)
        {
            return "no variables";
        }

        _world.For(served.Schema);
        using (variables)
        {
            var strict = Run(served.Public, input.Parts[1], variables.RootElement, served.Schema);
            var shape = strict.Shape;
            if (strict.Data is not null)
            {
                // Only what the public profile lets through is small enough to be run without its limits.
                var loose = Run(served.Reference, input.Parts[1], variables.RootElement, served.Schema);
                WrongException.Unless(loose.Data == strict.Data, "Both profiles give the same data");
            }

            return shape;
        }
    }

    private (string? Data, string Shape) Run(RequestExecutor executor, byte[] text, JsonElement variables, Schema schema)
    {
        var root = new Thing("Query", Genesis, 0);
        using var answer = Answers.Run(executor, new OperationRequest
        {
            Document = text,
            Variables = variables,
            RootValue = root,
            Services = NoServices.Instance,
        });
        var response = answer.RootElement;
        var errors = response.TryGetProperty("errors", out var list) ? list.EnumerateArray().ToList() : [];
        var shape = new StringBuilder().AppendJoin('\n', errors.Select(e => Shape.Of(e.GetProperty("message").GetString()!)).Distinct().Take(3));
        if (!response.TryGetProperty("data", out var data))
        {
            return (null, shape.ToString());
        }

        shape.Append(data.ValueKind).Append((int)Math.Log2(data.GetRawText().Length + 1)).Append(errors.Count > 3);
        Compare(text, variables, schema, root, data, errors.Count);
        return (Answers.Canonical(data), shape.ToString());
    }

    private void Compare(byte[] text, JsonElement variables, Schema schema, Thing root, JsonElement data, int errors)
    {
        // Introspection is not in the model, and a subscription's data follows from its event.
        var document = Parser.TryParse(new Source(text), ParserLimits.Default, out var parsed, out _) ? parsed : null;
        var operations = document?.Definitions.OfType<OperationDefinitionNode>().ToList() ?? [];
        if (operations is not [{ Operation: not OperationType.Subscription } operation] || text.AsSpan().IndexOf("__schema"u8) >= 0 || text.AsSpan().IndexOf("__type("u8) >= 0
            || text.AsSpan().IndexOf("__type "u8) >= 0)
        {
            return;
        }

        var model = new Model(schema, _world, document!, operation, variables);
        WrongException.Unless(model.Data(root) == Answers.Canonical(data), "The data is that of the specification's algorithms");
        WrongException.Unless(errors > 0 == model.Errors > 0, "There are errors where something went wrong, and only there");
    }

    // A field's way of answering follows from its name, so that each document meets all four.
    private FieldResolver Resolver(ObjectType type, OutputField field) => (World.Mix(0, type.Name + field.Name) % 4) switch
    {
        0 => new PropertyResolver(parent => _world.Resolve((Thing)parent, field)),
        1 => new MethodResolver(context => _world.Resolve((Thing)context.Source!, field)),
        2 => new TaskResolver(context => new ValueTask<object?>(_world.Resolve((Thing)context.Source!, field))),
        _ => new TaskResolver(async context =>
        {
            await Task.Yield();
            return _world.Resolve((Thing)context.Source!, field);
        }),
    };
}
