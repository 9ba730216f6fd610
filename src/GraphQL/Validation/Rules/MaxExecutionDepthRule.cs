using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Selected fields are not nested too deep, fragments followed. House limit; introspection has a limit of its own.</summary>
/// <remarks>A fragment is looked through again only when it is entered deeper than before, so the work is at most the document times
/// the limit, and a cycle of fragments ends at the limit.</remarks>
/// <param name="context">The validation.</param>
public sealed class MaxExecutionDepthRule(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    /// <inheritdoc/>
    public void Enter(OperationDefinitionNode node)
    {
        if (Context.Options.MaxExecutionDepth is not { } most)
        {
            return;
        }

        Dictionary<string, int>? entered = null;
        var open = new Stack<(SelectionSetNode Set, int Depth)>();
        open.Push((node.SelectionSet, 0));
        while (open.TryPop(out var at))
        {
            if (!Context.Spend(at.Set.Selections.Count))
            {
                return;
            }

            for (var i = 0; i < at.Set.Selections.Count; i++)
            {
                switch (at.Set.Selections[i])
                {
                    case FieldNode { Name.Value: "__schema" or "__type" }:
                        break;
                    case FieldNode field:
                        if (at.Depth + 1 > most)
                        {
                            Context.Report($"The operation is nested too deep: {most} levels of fields are the most.", field);
                            return;
                        }

                        if (field.SelectionSet is not null)
                        {
                            open.Push((field.SelectionSet, at.Depth + 1));
                        }

                        break;
                    case InlineFragmentNode inline:
                        open.Push((inline.SelectionSet, at.Depth));
                        break;
                    case FragmentSpreadNode spread when Context.Fragments.Find(spread.Name.Value) is { } fragment:
                        entered ??= new(StringComparer.Ordinal);
                        if (entered.GetValueOrDefault(spread.Name.Value, -1) < at.Depth)
                        {
                            entered[spread.Name.Value] = at.Depth;
                            open.Push((fragment.SelectionSet, at.Depth));
                        }

                        break;
                    default:
                        break;
                }
            }
        }
    }
}
