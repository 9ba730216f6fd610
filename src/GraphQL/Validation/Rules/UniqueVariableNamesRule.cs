using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>No two variables of an operation share a name (specification, "Variable Uniqueness").</summary>
/// <param name="context">The validation.</param>
public sealed class UniqueVariableNamesRule(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    /// <inheritdoc/>
    public void Enter(OperationDefinitionNode node)
    {
        if (node.VariableDefinitions.Count < 2)
        {
            return;
        }

        foreach (var same in node.VariableDefinitions.GroupBy(definition => definition.Variable.Name.Value, StringComparer.Ordinal))
        {
            if (same.Skip(1).Any())
            {
                Context.Report(
                    $"There can be only one variable named \"${Context.Cut(same.Key)}\".",
                    [.. same.Select(definition => definition.Variable.Name)]);
            }
        }
    }
}
