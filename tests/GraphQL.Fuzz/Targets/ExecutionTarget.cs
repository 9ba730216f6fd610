using System.Text;
using System.Text.Json;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Fuzz.Inputs;
using Exams.GraphQL.Fuzz.Worlds;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>Any document, run on a world of its own with faults in it: the data is that of a plain model of execution,
/// whether resolvers answer at once or later, and whether it comes in one or in parts.</summary>
internal sealed class ExecutionTarget : ITarget
{
    private const ulong Genesis = 0x5EED;
    private readonly bool _inParts;
    private readonly World _world;
    private readonly Schemas _schemas;

    /// <summary>A target.</summary>
    /// <param name="inParts">Whether responses are asked for in parts, too.</param>
    public ExecutionTarget(bool inParts)
    {
        (_inParts, _world) = (inParts, new World(inParts));
        _schemas = new Schemas(Resolver, inParts);
    }

    public string Name => _inParts ? "parts" : "execution";

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
                if (_inParts)
                {
                    shape += InParts(served.Public, input.Parts[1], variables.RootElement) + InParts(served.Reference, input.Parts[1], variables.RootElement);
                }
            }

            return shape;
        }
    }

    private static OperationRequest Request(byte[] text, JsonElement variables, bool inParts = false) => new()
    {
        Document = text,
        Variables = variables,
        RootValue = new Thing("Query", Genesis, 0),
        Services = NoServices.Instance,
        AllowIncremental = inParts,
    };

    // The same document once whole and once in parts, and sometimes left in the middle.
    private static string InParts(RequestExecutor executor, byte[] text, JsonElement variables)
    {
        using var whole = Answers.Run(executor, Request(text, variables));
        var parts = PartsReader.Read(executor, Request(text, variables, inParts: true), most: int.MaxValue);
        parts?.CompareTo(whole.RootElement);
        if (parts is { Count: > 2 } && text.Length % 4 == 0)
        {
            PartsReader.Read(executor, Request(text, variables, inParts: true), most: 1 + (text.Length % (parts.Count - 1)));
        }

        return parts?.Shape ?? "in one";
    }

    private (string? Data, string Shape) Run(RequestExecutor executor, byte[] text, JsonElement variables, Schema schema)
    {
        var root = new Thing("Query", Genesis, 0);
        using var answer = Answers.Run(executor, Request(text, variables));
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

    // A field's way of answering follows from its name, so that each document meets all of them.
    private FieldResolver Resolver(ObjectType type, OutputField field) => _world.IsFed(field)
        ? new TaskResolver(async context => _world.Resolve((Thing)context.Source!, field) is var value && value is Feed feed
            ? await ResolverRuntime.OfStream(feed.ReadAsync(), context)
            : value)
        : Plain(type, field);

    private FieldResolver Plain(ObjectType type, OutputField field) => (World.Mix(0, type.Name + field.Name) % 4) switch
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
