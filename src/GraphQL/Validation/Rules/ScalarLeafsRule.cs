using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Leaves have no selections, everything else has (specification, "Leaf Field Selections").</summary>
/// <param name="context">The validation.</param>
public sealed class ScalarLeafsRule(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>
{
    /// <inheritdoc/>
    public void Enter(FieldNode node)
    {
        if (Types.Type is not { } type)
        {
            return;
        }

        if (type.NamedType().IsLeaf())
        {
            if (node.SelectionSet is { } selectionSet)
            {
                Context.Report(
                    $"Field \"{Context.Cut(node.Name.Value)}\" must not have a selection since type \"{type}\" has no subfields.",
                    selectionSet);
            }
        }
        else if (node.SelectionSet is null)
        {
            var name = Context.Cut(node.Name.Value);
            Context.Report(
                $"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?", node);
        }
        else if (node.SelectionSet.Selections.Count == 0)
        {
            // The grammar refuses empty braces; trees made by code may have them.
            Context.Report($"Field \"{Context.Cut(node.Name.Value)}\" of type \"{type}\" must have at least one field selected.", node);
        }
    }
}
