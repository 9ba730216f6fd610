namespace Exams.GraphQL.Language;

/// <summary>Takes a document with several operations apart.</summary>
public static class SeparateOperations
{
    /// <summary>Makes a document for each operation, with the fragments that it needs, in written order.</summary>
    /// <param name="document">Any document; definitions of the type system are left out.</param>
    /// <returns>Documents by operation name; the name of an anonymous operation is empty.</returns>
    public static OrderedDictionary<string, DocumentNode> Separate(DocumentNode document)
    {
        var fragments = new Dictionary<string, FragmentDefinitionNode>(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            fragments[fragment.Name.Value] = fragment;
        }

        var documents = new OrderedDictionary<string, DocumentNode>(StringComparer.Ordinal);
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            var needed = Needed(operation.SelectionSet, fragments);
            var kept = document.Definitions.Where(d => d == operation || (d is FragmentDefinitionNode f && needed.Contains(f.Name.Value)));
            documents[operation.Name?.Value ?? ""] = new DocumentNode([.. kept], document.Source);
        }

        return documents;
    }

    // Walks with a stack of its own: fragments may form chains longer than a thread's stack.
    private static HashSet<string> Needed(SelectionSetNode start, Dictionary<string, FragmentDefinitionNode> fragments)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SelectionSetNode>([start]);
        while (open.TryPop(out var selections))
        {
            foreach (var selection in selections.Selections)
            {
                var inner = selection switch
                {
                    FieldNode field => field.SelectionSet,
                    InlineFragmentNode inline => inline.SelectionSet,
                    FragmentSpreadNode spread when needed.Add(spread.Name.Value) =>
                        fragments.GetValueOrDefault(spread.Name.Value)?.SelectionSet,
                    _ => null,
                };
                if (inner is not null)
                {
                    open.Push(inner);
                }
            }
        }

        return needed;
    }
}
