using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Fragments apply to objects, interfaces and unions (specification, "Fragments on Object, Interface or Union Types").</summary>
/// <param name="context">The validation.</param>
public sealed class FragmentsOnCompositeTypesRule(ValidationContext context)
    : ValidationRule(context), IEnter<InlineFragmentNode>, IEnter<FragmentDefinitionNode>
{
    /// <inheritdoc/>
    public void Enter(InlineFragmentNode node)
    {
        if (node.TypeCondition is { } condition && IsWrong(condition))
        {
            Context.Report($"Fragment cannot condition on non composite type \"{Context.Cut(condition.Name.Value)}\".", condition);
        }
    }

    /// <inheritdoc/>
    public void Enter(FragmentDefinitionNode node)
    {
        if (IsWrong(node.TypeCondition))
        {
            Context.Report(
                $"Fragment \"{Context.Cut(node.Name.Value)}\" cannot condition on non composite type "
                    + $"\"{Context.Cut(node.TypeCondition.Name.Value)}\".",
                node.TypeCondition);
        }
    }

    private bool IsWrong(NamedTypeNode condition) => Context.Schema.Named(condition) is { } type && !type.IsComposite();
}
