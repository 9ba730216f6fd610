using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>Every directive that is used is defined, and may stand where it stands.</summary>
internal sealed class KnownDirectives(SdlContext context) : ISdlRule
{
    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        if (node is not DirectiveNode { Name.Value: var name })
        {
            return;
        }

        if (!context.Directives.TryGetValue(name, out var directive))
        {
            context.Report($"Unknown directive \"@{name}\".", node);
        }
        else if (Location(ancestors) is var location && !directive.Locations.Contains(location))
        {
            context.Report($"Directive \"@{name}\" may not be used on {location}.", node);
        }
    }

    private static string Location(IReadOnlyList<ISyntaxNode> ancestors) => ancestors[^1] switch
    {
        SchemaDefinitionNode => "SCHEMA",
        ScalarTypeDefinitionNode => "SCALAR",
        ObjectTypeDefinitionNode => "OBJECT",
        InterfaceTypeDefinitionNode => "INTERFACE",
        UnionTypeDefinitionNode => "UNION",
        EnumTypeDefinitionNode => "ENUM",
        InputObjectTypeDefinitionNode => "INPUT_OBJECT",
        FieldDefinitionNode => "FIELD_DEFINITION",
        EnumValueDefinitionNode => "ENUM_VALUE",
        _ => ancestors[^2] is InputObjectTypeDefinitionNode ? "INPUT_FIELD_DEFINITION" : "ARGUMENT_DEFINITION",
    };
}
