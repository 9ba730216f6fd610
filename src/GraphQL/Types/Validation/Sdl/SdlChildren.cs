using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>The nodes inside a node, in graphql-js's order, names left out.</summary>
internal static class SdlChildren
{
    public static IEnumerable<ISyntaxNode> Of(ISyntaxNode node) => node switch
    {
        SchemaDefinitionNode schema => [.. schema.Directives, .. schema.OperationTypes],
        OperationTypeDefinitionNode root => [root.Type],
        ComplexTypeDefinitionNode complex => [.. complex.Interfaces, .. complex.Directives, .. complex.Fields],
        UnionTypeDefinitionNode union => [.. union.Directives, .. union.Types],
        EnumTypeDefinitionNode enumType => [.. enumType.Directives, .. enumType.Values],
        InputObjectTypeDefinitionNode input => [.. input.Directives, .. input.Fields],
        TypeDefinitionNode scalar => scalar.Directives,
        FieldDefinitionNode field => [.. field.Arguments, field.Type, .. field.Directives],
        InputValueDefinitionNode { DefaultValue: { } value } input => [input.Type, value, .. input.Directives],
        InputValueDefinitionNode input => [input.Type, .. input.Directives],
        EnumValueDefinitionNode value => value.Directives,
        DirectiveDefinitionNode directive => directive.Arguments,
        DirectiveNode directive => directive.Arguments,
        ArgumentNode argument => [argument.Value],
        ListTypeNode list => [list.Type],
        NonNullTypeNode nonNull => [nonNull.Type],
        ListValueNode list => list.Items,
        ObjectValueNode obj => obj.Fields,
        ObjectFieldNode field => [field.Value],
        _ => [],
    };
}
