using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>In subscriptions nothing is put off or streamed unless a condition may switch it off (incremental delivery, "Defer And Stream
/// Directives Are Used On Valid Operations").</summary>
/// <param name="context">The validation.</param>
public sealed class DeferStreamDirectiveOnValidOperationsRule(ValidationContext context)
    : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    private readonly HashSet<string> _sound = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Enter(OperationDefinitionNode node)
    {
        if (node.Operation != OperationType.Subscription || !(Context.Schema.CanDefer || Context.Schema.CanStream))
        {
            return;
        }

        var before = Context.Errors.Count;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Level>();
        open.Push(new Level(node.SelectionSet, null));
        while (!Context.IsStopped && open.TryPeek(out var at))
        {
            if (at.Next >= at.Set.Selections.Count || !Context.Spend(1))
            {
                open.Pop();
                continue;
            }

            var selection = at.Set.Selections[at.Next++];
            if (selection.Directives.Any(MayLeaveOut))
            {
                continue;
            }

            Check(selection, open);
            switch (selection)
            {
                case FieldNode { SelectionSet: { } below }: open.Push(new Level(below, null)); break;
                case InlineFragmentNode inline: open.Push(new Level(inline.SelectionSet, null)); break;
                case FragmentSpreadNode spread when !_sound.Contains(spread.Name.Value) && seen.Add(spread.Name.Value):
                    if (Context.Fragments.Find(spread.Name.Value) is { } fragment)
                    {
                        open.Push(new Level(fragment.SelectionSet, spread));
                    }

                    break;
                default: break;
            }
        }

        if (Context.Errors.Count == before)
        {
            _sound.UnionWith(seen);
        }
    }

    private void Check(ISelectionNode selection, Stack<Level> open)
    {
        foreach (var directive in selection.Directives)
        {
            var name = directive.Name.Value switch
            {
                "defer" when Context.Schema.CanDefer => "Defer",
                "stream" when Context.Schema.CanStream => "Stream",
                _ => null,
            };
            if (name is not null && !MayBeFalse(directive))
            {
                Context.Report(
                    $"{name} directive not supported on subscription operations. Disable `@{directive.Name.Value}` by setting the `if` argument to `false`.",
                    [directive, .. open.Select(level => level.Spread).OfType<FragmentSpreadNode>()]);
            }
        }
    }

    private static bool MayBeFalse(DirectiveNode directive) => If(directive) is VariableNode or BooleanValueNode { Value: false };

    private static bool MayLeaveOut(DirectiveNode directive) => directive.Name.Value switch
    {
        "skip" => If(directive) is not BooleanValueNode { Value: false },
        "include" => If(directive) is not (null or BooleanValueNode { Value: true }),
        _ => false,
    };

    private static IValueNode? If(DirectiveNode directive) => directive.Arguments.FirstOrDefault(a => a.Name.Value == "if")?.Value;

    /// <summary>A selection set that is being looked through, and the spread that led to it, if one did.</summary>
    private sealed class Level(SelectionSetNode set, FragmentSpreadNode? spread)
    {
        public SelectionSetNode Set { get; } = set;

        public FragmentSpreadNode? Spread { get; } = spread;

        public int Next { get; set; }
    }
}
