using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>Groups fields by response key as <see cref="FieldCollector"/> does, and remembers for each the deferred fragment that it stands
/// in (incremental delivery, "CollectFields").</summary>
/// <param name="schema">The schema.</param>
/// <param name="fragments">The document's fragments.</param>
/// <param name="type">The object type that is selected from.</param>
/// <param name="holds">Whether a condition holds, and what it is where the variable has no value; null where it needs one.</param>
/// <param name="nextId">Numbers usages.</param>
internal sealed class PartsCollector(
    Schema schema, FragmentLookup fragments, ObjectType type, Func<BooleanSource, bool?, bool> holds, Func<int> nextId)
{
    private readonly Dictionary<string, HashSet<DirectiveNode>> _visited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visitedInPlace = new(StringComparer.Ordinal);

    /// <summary>Selections by response key.</summary>
    public OrderedDictionary<string, List<(FieldNode Node, DeferUsage? Usage)>> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Deferred fragments that begin here, each behind the one around it.</summary>
    public List<DeferUsage> Usages { get; } = [];

    /// <summary>Adds a selection set. Walks without recursion, because a chain of fragments may be as long as the document.</summary>
    /// <param name="set">The set.</param>
    /// <param name="around">The deferred fragment that it stands in; null for none.</param>
    public void Add(SelectionSetNode set, DeferUsage? around)
    {
        var open = new Stack<(IReadOnlyList<ISelectionNode> Selections, int Next, DeferUsage? Usage)>();
        open.Push((set.Selections, 0, around));
        while (open.TryPop(out var at))
        {
            if (at.Next >= at.Selections.Count)
            {
                continue;
            }

            open.Push((at.Selections, at.Next + 1, at.Usage));
            var selection = at.Selections[at.Next];
            if (selection.Directives.Count > 0 && !Inclusion.Of(selection.Directives).Holds(name => holds(new BooleanSource(false, name), null)))
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    Note(field, at.Usage);
                    break;
                case InlineFragmentNode inline when FieldCollector.Applies(schema, inline.TypeCondition, type):
                    open.Push((inline.SelectionSet.Selections, 0, Deferred(inline, at.Usage) ?? at.Usage));
                    break;
                case FragmentSpreadNode spread:
                    if (Find(spread) is { } fragment && Enter(spread, at.Usage, out var usage))
                    {
                        open.Push((fragment.SelectionSet.Selections, 0, usage));
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private void Note(FieldNode field, DeferUsage? usage)
    {
        if (!Fields.TryGetValue(field.ResponseKey, out var uses))
        {
            Fields[field.ResponseKey] = uses = [];
        }

        uses.Add((field, usage));
    }

    private FragmentDefinitionNode? Find(FragmentSpreadNode spread) =>
        fragments.Find(spread.Name.Value) is { } fragment && FieldCollector.Applies(schema, fragment.TypeCondition, type) ? fragment : null;

    // A fragment counts once in place, and once for each directive that puts it off before it was met in place.
    private bool Enter(FragmentSpreadNode spread, DeferUsage? around, out DeferUsage? usage)
    {
        var name = spread.Name.Value;
        usage = around;
        var directive = Directive(spread);
        if (_visitedInPlace.Contains(name)
            || ((directive ?? around?.Directive) is { } by && _visited.TryGetValue(name, out var before) && before.Contains(by)))
        {
            return false;
        }

        usage = Deferred(directive, around) ?? around;
        if (usage is null)
        {
            _visitedInPlace.Add(name);
            return true;
        }

        if (!_visited.TryGetValue(name, out var visited))
        {
            _visited[name] = visited = [];
        }

        visited.Add(usage.Directive);
        return true;
    }

    private DeferUsage? Deferred(ISelectionNode fragment, DeferUsage? around) => Deferred(Directive(fragment), around);

    private DeferUsage? Deferred(DirectiveNode? directive, DeferUsage? around)
    {
        if (directive is null)
        {
            return null;
        }

        var usage = new DeferUsage(nextId(), directive, around);
        Usages.Add(usage);
        return usage;
    }

    // The directive, where it is in force.
    private DirectiveNode? Directive(ISelectionNode fragment)
    {
        if (!schema.CanDefer || fragment.Directives.Count == 0)
        {
            return null;
        }

        var directive = fragment.Directives.FirstOrDefault(d => d.Name.Value == "defer");
        return directive is null || (BooleanSource.Of(directive) is { } condition && !holds(condition, true)) ? null : directive;
    }
}
