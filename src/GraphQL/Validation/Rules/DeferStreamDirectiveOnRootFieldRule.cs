using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Root fields of mutations and subscriptions are neither put off nor streamed, because their order, or their being one, matters
/// (incremental delivery, "Defer And Stream Directives Are Used On Valid Root Field").</summary>
/// <param name="context">The validation.</param>
public sealed class DeferStreamDirectiveOnRootFieldRule(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    /// <inheritdoc/>
    public void Enter(OperationDefinitionNode node)
    {
        if (node.Operation == OperationType.Query || !(Context.Schema.CanDefer || Context.Schema.CanStream)
            || Context.Schema.RootType(node.Operation) is not { } root)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<(SelectionSetNode Set, int Next)>();
        open.Push((node.SelectionSet, 0));
        while (!Context.IsStopped && open.TryPop(out var at))
        {
            if (at.Next >= at.Set.Selections.Count || !Context.Spend(1))
            {
                continue;
            }

            open.Push((at.Set, at.Next + 1));
            switch (at.Set.Selections[at.Next])
            {
                case FieldNode field:
                    Refuse("Stream", field, node.Operation, root);
                    break;
                case FragmentSpreadNode spread when seen.Add(spread.Name.Value):
                    if (Context.Fragments.Find(spread.Name.Value) is { } fragment)
                    {
                        Refuse("Defer", spread, node.Operation, root);
                        open.Push((fragment.SelectionSet, 0));
                    }

                    break;
                case InlineFragmentNode inline:
                    Refuse("Defer", inline, node.Operation, root);
                    open.Push((inline.SelectionSet, 0));
                    break;
                default:
                    break;
            }
        }
    }

    private void Refuse(string directive, ISelectionNode selection, OperationType operation, ObjectType root)
    {
        var (name, isKnown) = directive == "Defer" ? ("defer", Context.Schema.CanDefer) : ("stream", Context.Schema.CanStream);
        if (isKnown && selection.Directives.FirstOrDefault(d => d.Name.Value == name) is { } found)
        {
            var kind = operation == OperationType.Mutation ? "mutation" : "subscription";
            Context.Report($"{directive} directive cannot be used on root {kind} type \"{root.Name}\".", found);
        }
    }
}
