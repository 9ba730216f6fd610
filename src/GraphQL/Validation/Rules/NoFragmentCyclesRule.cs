using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>No fragment contains itself (specification, "Fragment Spreads Must Not Form Cycles").</summary>
/// <remarks>A depth-first search over fragments with a stack of its own, because a chain of fragments may be as long as the document.
/// It does not end at the first cycle.</remarks>
/// <param name="context">The validation.</param>
public sealed class NoFragmentCyclesRule(ValidationContext context) : ValidationRule(context), IEnter<FragmentDefinitionNode>
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    // The fragments that are open now, each with the length that the path had when it was opened.
    private readonly Dictionary<string, int> _placeOnPath = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> _path = [];
    private readonly Stack<(string Name, IReadOnlyList<FragmentSpreadNode> Spreads, int Next)> _open = [];

    /// <inheritdoc/>
    public void Enter(FragmentDefinitionNode node)
    {
        Open(node);
        while (_open.TryPop(out var at))
        {
            if (at.Next > 0)
            {
                // Back from the spread before: its part of the path is done.
                _path.RemoveAt(_path.Count - 1);
            }

            if (at.Next == at.Spreads.Count)
            {
                _placeOnPath.Remove(at.Name);
                continue;
            }

            _open.Push((at.Name, at.Spreads, at.Next + 1));
            var spread = at.Spreads[at.Next];
            _path.Add(spread);
            if (_placeOnPath.TryGetValue(spread.Name.Value, out var start))
            {
                ReportCycle(start, spread.Name.Value);
            }
            else if (Context.Fragments.Find(spread.Name.Value) is { } fragment)
            {
                Open(fragment);
            }
        }
    }

    private void Open(FragmentDefinitionNode fragment)
    {
        if (!_visited.Add(fragment.Name.Value))
        {
            return;
        }

        var spreads = Context.SpreadsOf(fragment.SelectionSet);
        if (spreads.Count > 0)
        {
            _placeOnPath[fragment.Name.Value] = _path.Count;
            _open.Push((fragment.Name.Value, spreads, 0));
        }
    }

    private void ReportCycle(int start, string name)
    {
        var cycle = _path[start..];
        if (!Context.Spend(cycle.Count))
        {
            return;
        }

        // A cycle may be as long as the document; with limits on, so are its message and its locations.
        var named = cycle.Take(cycle.Count - 1).Select(spread => $"\"{Context.Cut(spread.Name.Value)}\"");
        var most = Context.Options.MaxQuotedText is null ? int.MaxValue : Context.Options.MaxLocations;
        var via = cycle.Count - 1 <= most ? string.Join(", ", named) : string.Join(", ", named.Take(most)) + ", …";
        Context.Report(
            $"Cannot spread fragment \"{Context.Cut(name)}\" within itself{(via.Length > 0 ? $" via {via}." : ".")}", [.. cycle]);
    }
}
