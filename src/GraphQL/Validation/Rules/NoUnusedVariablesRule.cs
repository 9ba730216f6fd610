using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Defined variables are used (specification, "All Variables Used").</summary>
/// <param name="context">The validation.</param>
public sealed class NoUnusedVariablesRule(ValidationContext context) : ValidationRule(context), ILeave<OperationDefinitionNode>
{
    /// <inheritdoc/>
    public void Leave(OperationDefinitionNode node)
    {
        if (node.VariableDefinitions.Count == 0)
        {
            return;
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var usages = Context.UsagesOf(node);
        for (var i = 0; i < usages.Count; i++)
        {
            used.Add(usages[i].Node.Name.Value);
        }

        for (var i = 0; i < node.VariableDefinitions.Count && !Context.IsStopped; i++)
        {
            var definition = node.VariableDefinitions[i];
            var variable = definition.Variable.Name.Value;
            if (!used.Contains(variable))
            {
                Context.Report(
                    node.Name is { } name
                        ? $"Variable \"${Context.Cut(variable)}\" is never used in operation \"{Context.Cut(name.Value)}\"."
                        : $"Variable \"${Context.Cut(variable)}\" is never used.",
                    definition);
            }
        }
    }
}
