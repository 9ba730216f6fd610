using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>What is extended is defined, and is of the kind that the extension says.</summary>
internal sealed class PossibleTypeExtensions(SdlContext context) : ISdlRule
{
    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        if (node is not TypeDefinitionNode { IsExtension: true } extension)
        {
            return;
        }

        var name = extension.Name.Value;
        var defined = context.DefinedTypes.GetValueOrDefault(name);
        var existing = defined is null ? context.ExistingType(name) : null;
        if (defined is null && existing is null)
        {
            var known = context.DefinedTypes.Keys.Concat(context.Schema?.Types.Keys ?? Enumerable.Empty<string>());
            context.Report(
                $"Cannot extend type \"{name}\" because it is not defined.{Suggestions.DidYouMean(Suggestions.For(name, known))}",
                extension.Name);
            return;
        }

        var kind = Kind(extension);
        if ((defined is not null ? Kind(defined) : Kind(existing!)) != kind)
        {
            context.Report($"Cannot extend non-{kind} type \"{name}\".", defined is null ? [extension] : [defined, extension]);
        }
    }

    private static string Kind(TypeDefinitionNode node) => node switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        _ => "input object",
    };

    private static string Kind(NamedType type) => type switch
    {
        ScalarType => "scalar",
        ObjectType => "object",
        InterfaceType => "interface",
        UnionType => "union",
        EnumType => "enum",
        _ => "input object",
    };
}
