using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Used directives are defined and may stand where they stand (specification, "Directives Are Defined" and "Directives Are in
/// Valid Locations").</summary>
/// <param name="context">The validation.</param>
public sealed class KnownDirectivesRule(ValidationContext context) : ValidationRule(context), IEnter<DirectiveNode>
{
    /// <inheritdoc/>
    public void Enter(DirectiveNode node)
    {
        if (LocationsOf(node.Name.Value) is not { } locations)
        {
            Context.Report($"Unknown directive \"@{Context.Cut(node.Name.Value)}\".", node);
            return;
        }

        var location = Location(Types.DirectiveHost!);
        if (!locations.Contains(location))
        {
            Context.Report($"Directive \"@{Context.Cut(node.Name.Value)}\" may not be used on {location}.", node);
        }
    }

    private IEnumerable<string>? LocationsOf(string name) =>
        Types.Directive?.Locations
        ?? Context.Document.Definitions.OfType<DirectiveDefinitionNode>().LastOrDefault(definition => definition.Name.Value == name)
            ?.Locations.Select(location => location.Value);

    private static string Location(IHasDirectives host) => host switch
    {
        OperationDefinitionNode { Operation: OperationType.Query } => "QUERY",
        OperationDefinitionNode { Operation: OperationType.Mutation } => "MUTATION",
        OperationDefinitionNode => "SUBSCRIPTION",
        FieldNode => "FIELD",
        FragmentSpreadNode => "FRAGMENT_SPREAD",
        InlineFragmentNode => "INLINE_FRAGMENT",
        FragmentDefinitionNode => "FRAGMENT_DEFINITION",
        VariableDefinitionNode => "VARIABLE_DEFINITION",
        SchemaDefinitionNode => "SCHEMA",
        ScalarTypeDefinitionNode => "SCALAR",
        ObjectTypeDefinitionNode => "OBJECT",
        InterfaceTypeDefinitionNode => "INTERFACE",
        UnionTypeDefinitionNode => "UNION",
        EnumTypeDefinitionNode => "ENUM",
        EnumValueDefinitionNode => "ENUM_VALUE",
        InputObjectTypeDefinitionNode => "INPUT_OBJECT",
        FieldDefinitionNode => "FIELD_DEFINITION",
        _ => "ARGUMENT_DEFINITION",
    };
}
