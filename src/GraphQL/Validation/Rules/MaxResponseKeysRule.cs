using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>An operation asks for a bounded number of response keys, and of aliased ones, after its fragments are merged. House
/// limits.</summary>
/// <remarks>Asking for the same field again is free, because it is answered once; asking for it under a thousand aliases is a thousand
/// reads. Keys are counted at their place in the response, whatever the type, so nested fragments cannot hide a fan-out; counting
/// ends with the first key too many.</remarks>
/// <param name="context">The validation.</param>
public sealed class MaxResponseKeysRule(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    /// <inheritdoc/>
    public void Enter(OperationDefinitionNode node)
    {
        var mostKeys = Context.Options.MaxResponseKeys ?? int.MaxValue;
        var mostAliases = Context.Options.MaxAliases ?? int.MaxValue;
        if (mostKeys == int.MaxValue && mostAliases == int.MaxValue || IsClearlyWithin(node.SelectionSet, Math.Min(mostKeys, mostAliases)))
        {
            return;
        }

        int keys = 0, aliases = 0;
        var open = new Stack<IReadOnlyList<SelectionSetNode>>();
        open.Push([node.SelectionSet]);
        while (open.TryPop(out var sets))
        {
            foreach (var (key, nodes) in Merge(sets))
            {
                keys++;
                aliases += key == nodes[0].Name.Value ? 0 : 1;
                if (aliases > mostAliases)
                {
                    Context.Report($"Too many aliases: {mostAliases} are the most.", nodes[0]);
                    return;
                }

                if (keys > mostKeys)
                {
                    Context.Report($"Too many response keys: {mostKeys} are the most.", nodes[0]);
                    return;
                }

                var below = nodes.Where(field => field.SelectionSet is not null).Select(field => field.SelectionSet!).ToList();
                if (below.Count > 0)
                {
                    open.Push(below);
                }
            }

            if (Context.IsStopped)
            {
                return;
            }
        }
    }

    /// <summary>Counts without merging, which can only count too much: enough for nearly all documents.</summary>
    private bool IsClearlyWithin(SelectionSetNode root, int most)
    {
        var selections = 0;
        var open = new Stack<SelectionSetNode>();
        open.Push(root);
        while (selections <= most && open.TryPop(out var set))
        {
            selections += set.Selections.Count;
            for (var i = 0; i < set.Selections.Count; i++)
            {
                switch (set.Selections[i])
                {
                    case FieldNode { SelectionSet: { } below }: open.Push(below); break;
                    case InlineFragmentNode inline: open.Push(inline.SelectionSet); break;
                    case FragmentSpreadNode spread when Context.Fragments.Find(spread.Name.Value) is { } fragment:
                        open.Push(fragment.SelectionSet);
                        break;
                    default: break;
                }
            }
        }

        return selections <= most;
    }

    private OrderedDictionary<string, List<FieldNode>> Merge(IReadOnlyList<SelectionSetNode> sets)
    {
        var merged = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        HashSet<string>? seen = null;
        var open = new Stack<SelectionSetNode>(sets);
        while (open.TryPop(out var set) && Context.Spend(set.Selections.Count))
        {
            for (var i = 0; i < set.Selections.Count; i++)
            {
                var selection = set.Selections[i];
                if (Inclusion.Of(selection.Directives).IsNever)
                {
                    continue;
                }

                switch (selection)
                {
                    case FieldNode field:
                        if (!merged.TryGetValue(field.ResponseKey, out var nodes))
                        {
                            merged[field.ResponseKey] = nodes = [];
                        }

                        nodes.Add(field);
                        break;
                    case InlineFragmentNode inline: open.Push(inline.SelectionSet); break;
                    case FragmentSpreadNode spread when Context.Fragments.Find(spread.Name.Value) is { } fragment
                        && (seen ??= new(StringComparer.Ordinal)).Add(spread.Name.Value):
                        open.Push(fragment.SelectionSet);
                        break;
                    default: break;
                }
            }
        }

        return merged;
    }
}
