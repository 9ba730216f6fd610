using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Merging;

/// <summary>Whether fragments of a document contain themselves. Only whether: which ones, and how, is a rule's business.</summary>
internal static class FragmentCycles
{
    /// <summary>Looks for a cycle, depth first, with a stack of its own.</summary>
    public static bool Exist(ValidationContext context)
    {
        if (context.Fragments.Count == 0)
        {
            return false;
        }

        // False while a fragment is open, true when everything below it has been seen.
        var seen = new Dictionary<string, bool>(StringComparer.Ordinal);
        var open = new Stack<(string Name, IReadOnlyList<FragmentSpreadNode> Spreads, int Next)>();
        foreach (var definition in context.Document.Definitions)
        {
            if (definition is not FragmentDefinitionNode root || !Open(root.Name.Value))
            {
                continue;
            }

            while (open.TryPop(out var at))
            {
                if (at.Next == at.Spreads.Count)
                {
                    seen[at.Name] = true;
                    continue;
                }

                open.Push((at.Name, at.Spreads, at.Next + 1));
                var next = at.Spreads[at.Next].Name.Value;
                if (seen.TryGetValue(next, out var isDone) && !isDone)
                {
                    return true;
                }

                Open(next);
            }
        }

        return false;

        bool Open(string name)
        {
            if (context.Fragments.Find(name) is not { } fragment || !seen.TryAdd(name, false))
            {
                return false;
            }

            open.Push((name, context.SpreadsOf(fragment.SelectionSet), 0));
            return true;
        }
    }
}
