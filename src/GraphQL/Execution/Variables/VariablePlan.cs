using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Variables;

/// <summary>A declared variable with its type looked up.</summary>
/// <param name="node">The declaration.</param>
/// <param name="type">Its type; null when the schema has no such input type.</param>
internal sealed class VariablePlan(VariableDefinitionNode node, IType? type)
{
    /// <summary>The declaration.</summary>
    public VariableDefinitionNode Node { get; } = node;

    /// <summary>The name without the $.</summary>
    public string Name { get; } = node.Variable.Name.Value;

    /// <summary>Its type; null when the schema has no such input type.</summary>
    public IType? Type { get; } = type;

    /// <summary>The variables of an operation, looked up in a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The variables in written order.</returns>
    public static VariablePlan[] Of(Schema schema, OperationDefinitionNode operation) =>
        [.. operation.VariableDefinitions.Select(v => new VariablePlan(v, InputType(schema, v.Type)))];

    private static IType? InputType(Schema schema, ITypeNode node)
    {
        switch (node)
        {
            case ListTypeNode list:
                return InputType(schema, list.Type) is { } item ? new ListType(item) : null;
            case NonNullTypeNode nonNull:
                return InputType(schema, nonNull.Type) is { } nullable ? new NonNullType(nullable) : null;
            default:
                var type = schema.Types.GetValueOrDefault(((NamedTypeNode)node).Name.Value);
                return type is IInputType ? type : null;
        }
    }
}
