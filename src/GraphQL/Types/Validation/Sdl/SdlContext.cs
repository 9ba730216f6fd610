using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Introspection;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>What the rules know in common: the text, the schema that it extends, and what both define.</summary>
internal sealed class SdlContext
{
    private readonly List<GraphQLError> _errors;

    public SdlContext(DocumentNode document, Schema? schema, List<GraphQLError> errors)
    {
        Document = document;
        Schema = schema;
        _errors = errors;
        foreach (var node in document.Definitions.OfType<TypeDefinitionNode>().Where(d => !d.IsExtension))
        {
            DefinedTypes[node.Name.Value] = node;
        }

        foreach (var directive in schema?.Directives ?? SpecifiedDirectives.All)
        {
            Directives[directive.Name] = new(directive.Locations, !directive.IsRepeatable, [.. directive.Arguments.Select(a => a.Name)],
                [.. directive.Arguments.Where(a => a.IsRequired).Select(a => (a.Name, $"{a.Type}"))]);
        }

        foreach (var node in document.Definitions.OfType<DirectiveDefinitionNode>())
        {
            Directives[node.Name.Value] = new([.. node.Locations.Select(l => l.Value)], !node.Repeatable,
                [.. node.Arguments.Select(a => a.Name.Value)],
                [
                    .. node.Arguments.Where(a => a is { Type: NonNullTypeNode, DefaultValue: null })
                        .Select(a => (a.Name.Value, Printer.Print(a.Type))),
                ]);
        }
    }

    /// <summary>The names that every schema has, scalars first.</summary>
    public static IReadOnlyList<string> StandardTypes { get; } =
        [.. SpecifiedScalars.All.Select(s => s.Name), .. new IntrospectionTypes().All.Select(t => t.Name)];

    /// <summary>The text.</summary>
    public DocumentNode Document { get; }

    /// <summary>The schema that the text extends; null for a schema of its own.</summary>
    public Schema? Schema { get; }

    /// <summary>Types that the text defines, the last of each name.</summary>
    public OrderedDictionary<string, TypeDefinitionNode> DefinedTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>Directives that may be used, from the schema and from the text.</summary>
    public Dictionary<string, KnownDirective> Directives { get; } = new(StringComparer.Ordinal);

    /// <summary>A type of the schema that the text extends.</summary>
    public NamedType? ExistingType(string name) => Schema?.Types.GetValueOrDefault(name);

    /// <summary>Reports a fault at places in the text.</summary>
    public void Report(string message, params ReadOnlySpan<ISyntaxNode> nodes) =>
        _errors.Add(GraphQLError.At(message, Document.Source, nodes));
}

/// <summary>What rules need to know of a directive, whether it was built or is only written.</summary>
/// <param name="Locations">Where it may stand.</param>
/// <param name="Unique">Whether it may stand only once in a place.</param>
/// <param name="Arguments">Names of its arguments.</param>
/// <param name="Required">Names and types of arguments that must be given.</param>
internal sealed record KnownDirective(
    IReadOnlyList<string> Locations, bool Unique, IReadOnlyList<string> Arguments, IReadOnlyList<(string Name, string Type)> Required);
