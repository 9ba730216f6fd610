using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation;

/// <content>Type system definitions do not belong into a document to execute, and a rule says so. Directives and types named in them are
/// shown to the rules all the same, because graphql-js reports those, too.</content>
internal sealed partial class DocumentWalker
{
    private void TypeSystem(ITypeSystemNode definition)
    {
        if (definition is ComplexTypeDefinitionNode { Interfaces: var interfaces })
        {
            NamedTypes(interfaces);
        }

        Directives(definition);
        switch (definition)
        {
            case SchemaDefinitionNode schema: NamedTypes([.. schema.OperationTypes.Select(operation => operation.Type)]); break;
            case UnionTypeDefinitionNode union: NamedTypes(union.Types); break;
            case InputObjectTypeDefinitionNode input: InputValues(input.Fields); break;
            case DirectiveDefinitionNode directive: InputValues(directive.Arguments); break;
            case EnumTypeDefinitionNode { Values: var values }:
                foreach (var value in values)
                {
                    Directives(value);
                }

                break;
            case ComplexTypeDefinitionNode complex:
                foreach (var field in complex.Fields)
                {
                    InputValues(field.Arguments);
                    NamedType(field.Type);
                    Directives(field);
                }

                break;
            default: break;
        }
    }

    private void InputValues(IReadOnlyList<InputValueDefinitionNode> values)
    {
        foreach (var value in values)
        {
            NamedType(value.Type);
            Directives(value);
        }
    }

    private void NamedTypes(IReadOnlyList<NamedTypeNode> types)
    {
        foreach (var type in types)
        {
            Enter(rules.EnterNamedType, type);
        }
    }

    private void NamedType(ITypeNode type)
    {
        while (type is not NamedTypeNode)
        {
            type = type is ListTypeNode list ? list.Type : ((NonNullTypeNode)type).Type;
        }

        Enter(rules.EnterNamedType, (NamedTypeNode)type);
    }
}
