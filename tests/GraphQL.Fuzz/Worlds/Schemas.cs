using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;
using Exams.GraphQL.Types.Validation;

namespace Exams.GraphQL.Fuzz.Worlds;

/// <summary>A schema with an executor for each profile.</summary>
internal sealed record Served(Schema Schema, RequestExecutor Public, RequestExecutor Reference);

/// <summary>Schemas by their text, a few of them kept: most cases vary a document, not its schema.</summary>
/// <param name="resolver">Makes the resolver of a field.</param>
/// <param name="inParts">Whether documents may ask for responses in parts.</param>
internal sealed class Schemas(Func<ObjectType, OutputField, FieldResolver> resolver, bool inParts = false)
{
    private const int Most = 48;
    private readonly Dictionary<string, Served?> _kept = new(StringComparer.Ordinal);

    /// <summary>The schema of a text, or null when the text makes no valid schema.</summary>
    public Served? Find(string sdl)
    {
        if (_kept.TryGetValue(sdl, out var served))
        {
            return served;
        }

        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }

        return _kept[sdl] = Build(sdl);
    }

    private Served? Build(string sdl)
    {
        try
        {
            var schema = SchemaBuilder.FromSdl(sdl, new SdlOptions
            {
                Resolver = resolver,
                ResolveType = value => (value as Thing)?.TypeName,
                IncrementalDelivery = inParts,
            });
            // Few documents are kept: the cache's own work is part of what is tried.
            return SchemaValidator.Validate(schema).Count > 0 || !Defaults(schema).All(Fits)
                ? null
                : new Served(
                    schema,
                    Engine.Create(schema, EngineOptions.Public with { MaxCachedDocuments = 20 }),
                    Engine.Create(schema, EngineOptions.Reference with { MaxCachedDocuments = 20 }));
        }
        catch (SchemaException)
        {
            return null;
        }
    }

    // Nobody checks, as in graphql-js 16, that a default fits its type; with one that does not, nothing can be promised.
    private static bool Fits(InputField field) =>
        field.DefaultValue is null || LiteralCoercion.TryCoerce(field.DefaultValue, field.Type, VariableValues.None, out _);

    private static IEnumerable<InputField> Defaults(Schema schema) => schema.Types.Values
        .SelectMany(t => t switch
        {
            InputObjectType input => input.Fields.Values,
            ComplexType complex => complex.Fields.Values.SelectMany(f => f.Arguments),
            _ => [],
        })
        .Concat(schema.Directives.SelectMany(d => d.Arguments));
}
