namespace Exams.GraphQL.Language;

internal sealed partial class NodePrinter
{
    private void TypeSystem(ISyntaxNode node)
    {
        switch (node)
        {
            case SchemaDefinitionNode schema:
                Opening(schema.IsExtension, schema.Description, "schema").Directives(schema).Body(schema.OperationTypes);
                break;
            case OperationTypeDefinitionNode root:
                Words(Keyword(root.Operation), ": ", root.Type.Name.Value);
                break;
            case ScalarTypeDefinitionNode scalar:
                Opening(scalar, "scalar ").Directives(scalar);
                break;
            case ObjectTypeDefinitionNode type:
                Opening(type, "type ").Types(" implements ", type.Interfaces, " & ").Directives(type).Body(type.Fields);
                break;
            case InterfaceTypeDefinitionNode type:
                Opening(type, "interface ").Types(" implements ", type.Interfaces, " & ").Directives(type).Body(type.Fields);
                break;
            case UnionTypeDefinitionNode union:
                Opening(union, "union ").Directives(union).Types(" = ", union.Types, " | ");
                break;
            case EnumTypeDefinitionNode type:
                Opening(type, "enum ").Directives(type).Body(type.Values);
                break;
            case InputObjectTypeDefinitionNode type:
                Opening(type, "input ").Directives(type).Body(type.Fields);
                break;
            case FieldDefinitionNode field:
                Description(field.Description).Words(field.Name.Value).Parameters(field.Arguments)
                    .Words(": ").Then(field.Type).Directives(field);
                break;
            case InputValueDefinitionNode input:
                Description(input.Description).Words(input.Name.Value, ": ").Then(input.Type).Default(input.DefaultValue).Directives(input);
                break;
            case EnumValueDefinitionNode value:
                Description(value.Description).Words(value.Name.Value).Directives(value);
                break;
            case DirectiveDefinitionNode directive:
                Description(directive.Description).Words("directive @", directive.Name.Value).Parameters(directive.Arguments)
                    .Words(directive.Repeatable ? " repeatable on " : " on ").Join(directive.Locations, " | ");
                break;
            default:
                throw new ArgumentException($"No text is printed for {node.GetType().Name}.", nameof(node));
        }
    }

    private NodePrinter Opening(TypeDefinitionNode type, string keyword) =>
        Opening(type.IsExtension, type.Description, keyword).Words(type.Name.Value);

    private NodePrinter Opening(bool isExtension, StringValueNode? description, string keyword) =>
        Description(description).Words(isExtension ? "extend " : "", keyword);

    private NodePrinter Types(string opening, IReadOnlyList<NamedTypeNode> types, string separator) =>
        types.Count == 0 ? this : Words(opening).Join(types, separator);

    private void Body(IReadOnlyList<ISyntaxNode> members)
    {
        if (members.Count > 0)
        {
            Words(" ").Block(members);
        }
    }

    // ArgumentsDefinition: on lines of their own as soon as one of them has a line end, e.g. behind a description.
    private NodePrinter Parameters(IReadOnlyList<InputValueDefinitionNode> parameters)
    {
        if (parameters.Count > 0)
        {
            var printed = parameters.Select(Flat).ToArray();
            Lines(printed, split: printed.Any(p => p.Contains('\n', StringComparison.Ordinal)));
        }

        return this;
    }
}
