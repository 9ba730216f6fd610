using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>An operation without a name stands alone (specification, "Lone Anonymous Operation").</summary>
/// <param name="context">The validation.</param>
public sealed class LoneAnonymousOperationRule(ValidationContext context)
    : ValidationRule(context), IEnter<DocumentNode>, IEnter<OperationDefinitionNode>
{
    private int _operations;

    /// <inheritdoc/>
    public void Enter(DocumentNode node)
    {
        foreach (var definition in node.Definitions)
        {
            _operations += definition is OperationDefinitionNode ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public void Enter(OperationDefinitionNode node)
    {
        if (node.Name is null && _operations > 1)
        {
            Context.Report("This anonymous operation must be the only defined operation.", node);
        }
    }
}
