using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Selection;

/// <summary>Groups the fields of selection sets by response key (specification, "CollectFields").</summary>
public static class FieldCollector
{
    /// <summary>The fields that apply to an object type, fragments followed, in the order in which the response will have them.</summary>
    /// <remarks>Walks without recursion, because a chain of fragments may be as long as the document.</remarks>
    /// <param name="schema">The schema.</param>
    /// <param name="fragments">The document's fragments.</param>
    /// <param name="type">The object type that is selected from.</param>
    /// <param name="selectionSets">The sets to merge: one for a root, one for each field node of a response key below it.</param>
    /// <param name="includes">Whether a selection is taken, by its conditions.</param>
    /// <returns>Field nodes by response key.</returns>
    public static OrderedDictionary<string, List<FieldNode>> Collect(
        Schema schema,
        FragmentLookup fragments,
        ObjectType type,
        IEnumerable<SelectionSetNode> selectionSets,
        Func<Inclusion, bool> includes)
    {
        var fields = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        HashSet<string>? visited = null;
        var open = new Stack<(IReadOnlyList<ISelectionNode> Selections, int Next)>();
        foreach (var selectionSet in selectionSets)
        {
            open.Push((selectionSet.Selections, 0));
            while (open.TryPop(out var at))
            {
                if (at.Next >= at.Selections.Count)
                {
                    continue;
                }

                open.Push((at.Selections, at.Next + 1));
                var selection = at.Selections[at.Next];
                if (selection.Directives.Count > 0 && !includes(Inclusion.Of(selection.Directives)))
                {
                    continue;
                }

                switch (selection)
                {
                    case FieldNode field:
                        if (!fields.TryGetValue(field.ResponseKey, out var nodes))
                        {
                            fields[field.ResponseKey] = nodes = [];
                        }

                        nodes.Add(field);
                        break;
                    case InlineFragmentNode inline when Applies(schema, inline.TypeCondition, type):
                        open.Push((inline.SelectionSet.Selections, 0));
                        break;
                    case FragmentSpreadNode spread when (visited ??= new(StringComparer.Ordinal)).Add(spread.Name.Value):
                        if (fragments.Find(spread.Name.Value) is { } fragment && Applies(schema, fragment.TypeCondition, type))
                        {
                            open.Push((fragment.SelectionSet.Selections, 0));
                        }

                        break;
                    default:
                        break;
                }
            }
        }

        return fields;
    }

    /// <summary>Whether a fragment counts for values of an object type (specification, "DoesFragmentTypeApply").</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="condition">The fragment's type condition; null when it has none.</param>
    /// <param name="type">The object type.</param>
    /// <returns>True without a condition, for the type itself, and for interfaces and unions it belongs to.</returns>
    public static bool Applies(Schema schema, NamedTypeNode? condition, ObjectType type)
    {
        if (condition is null)
        {
            return true;
        }

        if (condition.Name.Value == type.Name)
        {
            return true;
        }

        return schema.Types.TryGetValue(condition.Name.Value, out var named)
            && named is IAbstractType wider && schema.IsSubType(wider, type);
    }
}
