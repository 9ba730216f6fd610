using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Used variables are defined by the operation (specification, "All Variable Uses Defined").</summary>
/// <param name="context">The validation.</param>
public sealed class NoUndefinedVariablesRule(ValidationContext context) : ValidationRule(context), ILeave<OperationDefinitionNode>
{
    /// <inheritdoc/>
    public void Leave(OperationDefinitionNode node)
    {
        var usages = Context.UsagesOf(node);
        if (usages.Count == 0)
        {
            return;
        }

        var defined = node.VariableDefinitions.Select(definition => definition.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < usages.Count && !Context.IsStopped; i++)
        {
            var variable = usages[i].Node;
            if (!defined.Contains(variable.Name.Value))
            {
                Context.Report(
                    node.Name is { } name
                        ? $"Variable \"${Context.Cut(variable.Name.Value)}\" is not defined by operation \"{Context.Cut(name.Value)}\"."
                        : $"Variable \"${Context.Cut(variable.Name.Value)}\" is not defined.",
                    variable,
                    node);
            }
        }
    }
}
