using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>The schema has a root type for the operation (specification of September 2025, "Operation Type Existence").</summary>
/// <remarks>graphql-js 16 leaves this to execution; the words are those of graphql-js 17.</remarks>
/// <param name="context">The validation.</param>
public sealed class KnownOperationTypesRule(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    /// <inheritdoc/>
    public void Enter(OperationDefinitionNode node)
    {
        if (Context.Schema.RootType(node.Operation) is null)
        {
            var operation = node.Operation switch
            {
                OperationType.Query => "query",
                OperationType.Mutation => "mutation",
                _ => "subscription",
            };
            Context.Report($"The {operation} operation is not supported by the schema.", node);
        }
    }
}
