using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation;

/// <summary>A use of a variable and what is expected there.</summary>
/// <param name="Node">The variable.</param>
/// <param name="Type">The expected type; null where the schema does not know.</param>
/// <param name="Position">The argument or input field at this position, whose default may stand in for null; null in lists.</param>
/// <param name="ParentType">The type one level further out, e.g. the input object.</param>
public readonly record struct VariableUsage(VariableNode Node, IType? Type, InputField? Position, IType? ParentType);

/// <summary>Answers that several rules need, each worked out once. Fragment graphs are followed without recursion.</summary>
/// <param name="context">The validation.</param>
internal sealed class OperationQuestions(ValidationContext context)
{
    private static readonly RuleSet UsageRules = new([RuleEntry.Of(c => new UsageCollector(c))]);

    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> _spreads = [];
    private readonly Dictionary<SyntaxNode, IReadOnlyList<VariableUsage>> _ownUsages = [];
    private readonly Dictionary<string, List<FragmentDefinitionNode>> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<List<FragmentDefinitionNode>, List<VariableUsage>> _fragmentUsages = [];
    private OperationDefinitionNode? _latest;
    private IReadOnlyList<VariableUsage> _latestUsages = [];

    public IReadOnlyList<FragmentSpreadNode> SpreadsOf(SelectionSetNode selectionSet)
    {
        if (_spreads.TryGetValue(selectionSet, out var known))
        {
            return known;
        }

        List<FragmentSpreadNode>? spreads = null;
        var open = new Stack<SelectionSetNode>();
        open.Push(selectionSet);
        while (open.TryPop(out var set))
        {
            for (var i = 0; i < set.Selections.Count; i++)
            {
                switch (set.Selections[i])
                {
                    case FragmentSpreadNode spread: (spreads ??= []).Add(spread); break;
                    case FieldNode { SelectionSet: { } below }: open.Push(below); break;
                    case InlineFragmentNode inline: open.Push(inline.SelectionSet); break;
                    default: break;
                }
            }
        }

        return _spreads[selectionSet] = spreads is null ? [] : spreads;
    }

    public List<FragmentDefinitionNode> FragmentsOf(ReadOnlySpan<OperationDefinitionNode> operations)
    {
        var names = new List<string>();
        HashSet<string>? seen = null;
        foreach (var operation in operations)
        {
            Note(SpreadsOf(operation.SelectionSet));
        }

        if (names.Count == 0)
        {
            return [];
        }

        // Operations that spread the same fragments, in whatever order, share one answer, as in graphql-js: the order of errors
        // hangs on it.
        var key = string.Join(' ', names.Order(StringComparer.Ordinal));
        if (_fragments.TryGetValue(key, out var known))
        {
            return known;
        }

        var fragments = new List<FragmentDefinitionNode>();

        // Breadth first over the list itself: what is found is looked through in its turn.
        for (var i = 0; i < names.Count && context.Spend(1); i++)
        {
            if (context.Fragments.Find(names[i]) is { } fragment)
            {
                fragments.Add(fragment);
                Note(SpreadsOf(fragment.SelectionSet));
            }
        }

        return _fragments[key] = fragments;

        void Note(IReadOnlyList<FragmentSpreadNode> spreads)
        {
            context.Spend(spreads.Count);
            for (var i = 0; i < spreads.Count; i++)
            {
                if ((seen ??= new(StringComparer.Ordinal)).Add(spreads[i].Name.Value))
                {
                    names.Add(spreads[i].Name.Value);
                }
            }
        }
    }

    public IReadOnlyList<VariableUsage> UsagesOf(OperationDefinitionNode operation)
    {
        // The rules ask one after the other when the walk leaves an operation, so remembering the latest is enough.
        if (_latest == operation)
        {
            return _latestUsages;
        }

        _latest = operation;
        var own = OwnUsages(operation);
        var shared = UsagesOf(FragmentsOf([operation]));
        context.Spend(shared.Count);
        return _latestUsages = shared.Count == 0 ? own : own.Count == 0 ? shared : [.. own, .. shared];
    }

    private List<VariableUsage> UsagesOf(List<FragmentDefinitionNode> fragments)
    {
        if (fragments.Count == 0)
        {
            return [];
        }

        if (!_fragmentUsages.TryGetValue(fragments, out var all))
        {
            _fragmentUsages[fragments] = all = [];
            foreach (var fragment in fragments)
            {
                var usages = OwnUsages(fragment);
                if (!context.Spend(usages.Count + 1))
                {
                    break;
                }

                all.AddRange(usages);
            }
        }

        return all;
    }

    private IReadOnlyList<VariableUsage> OwnUsages(SyntaxNode definition)
    {
        if (_ownUsages.TryGetValue(definition, out var known))
        {
            return known;
        }

        var types = new TypeInfo();
        var collector = new UsageCollector(context) { At = types };
        var walker = new DocumentWalker(context, types, new RuleListeners(UsageRules, [collector]));
        if (definition is OperationDefinitionNode operation)
        {
            walker.Operation(operation, withVariables: false);
        }
        else
        {
            walker.Fragment((FragmentDefinitionNode)definition);
        }

        return _ownUsages[definition] = collector.Usages;
    }

    private sealed class UsageCollector(ValidationContext context) : ValidationRule(context), IEnter<IValueNode>
    {
        private List<VariableUsage>? _usages;

        public TypeInfo At { get; init; } = context.Types;

        public IReadOnlyList<VariableUsage> Usages => _usages is null ? [] : _usages;

        public void Enter(IValueNode node)
        {
            if (node is VariableNode variable)
            {
                (_usages ??= []).Add(new VariableUsage(variable, At.InputType, At.Position, At.ParentInputType));
            }
        }
    }
}
