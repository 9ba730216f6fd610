using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Variables have types that values can come in with (specification, "Variables Are Input Types").</summary>
/// <param name="context">The validation.</param>
public sealed class VariablesAreInputTypesRule(ValidationContext context) : ValidationRule(context), IEnter<VariableDefinitionNode>
{
    /// <inheritdoc/>
    public void Enter(VariableDefinitionNode node)
    {
        if (Context.Schema.TypeOf(node.Type) is { } type && !type.IsInputType())
        {
            var (name, text) = (Context.Cut(node.Variable.Name.Value), Context.Cut(type.ToString()!));
            Context.Report($"Variable \"${name}\" cannot be non-input type \"{text}\".", node.Type);
        }
    }
}
