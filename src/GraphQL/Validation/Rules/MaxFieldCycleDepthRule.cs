using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>No way down the selected fields passes the same field of the same type too often (a book, its author, the author's books,
/// their author …), fragments followed. House limit, <c>HC0087</c>.</summary>
/// <remarks>A fragment that is open already is not entered again: such cycles have a rule of their own. Fragments that fan out are
/// paid for with <see cref="ValidationContext.Spend"/>.</remarks>
/// <param name="context">The validation.</param>
public sealed class MaxFieldCycleDepthRule(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    private readonly Dictionary<(NamedType Type, string Field), int> _passed = [];
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Enter(OperationDefinitionNode node)
    {
        if (Context.Options.MaxFieldCycleDepth is not { } most || Context.Schema.RootType(node.Operation) is not { } root)
        {
            return;
        }

        _passed.Clear();
        _open.Clear();
        var way = new Stack<Step>([new Step(node.SelectionSet, root, null, null)]);
        while (way.TryPeek(out var step))
        {
            if (step.Next == step.Set.Selections.Count)
            {
                Leave(way.Pop());
                continue;
            }

            if (!Context.Spend(1))
            {
                return;
            }

            var selection = step.Set.Selections[step.Next++];
            if (selection is FieldNode field && Passes(step.Type, field) > most)
            {
                Context.Report($"Fields come round too often: {most} times is the most for one field on the way down.", "HC0087", field);
                return;
            }

            if (Below(step.Type, selection) is { } below)
            {
                way.Push(below);
            }
        }
    }

    private sealed record Step(SelectionSetNode Set, NamedType Type, (NamedType, string)? Coordinate, string? Fragment)
    {
        public int Next { get; set; }
    }

    // How often the way passes the field, this time included. Leaves have nothing below and cannot come round.
    private int Passes(NamedType parent, FieldNode field) =>
        field.SelectionSet is null ? 0 : _passed.GetValueOrDefault((parent, field.Name.Value)) + 1;

    private Step? Below(NamedType parent, ISelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode { SelectionSet: { } set } field
                when parent is ComplexType type && type.Fields.TryGetValue(field.Name.Value, out var known) && known.Type.NamedType() is var below:
                var coordinate = (parent, field.Name.Value);
                _passed[coordinate] = _passed.GetValueOrDefault(coordinate) + 1;
                return new Step(set, below, coordinate, null);
            case InlineFragmentNode inline:
                var narrowed = inline.TypeCondition is null ? parent : Context.Schema.Named(inline.TypeCondition);
                return narrowed is null ? null : new Step(inline.SelectionSet, narrowed, null, null);
            case FragmentSpreadNode spread
                when Context.Fragments.Find(spread.Name.Value) is { } fragment && Context.Schema.Named(fragment.TypeCondition) is { } type
                    && _open.Add(spread.Name.Value):
                return new Step(fragment.SelectionSet, type, null, spread.Name.Value);
            default:
                return null;
        }
    }

    private void Leave(Step step)
    {
        if (step.Coordinate is { } coordinate)
        {
            _passed[coordinate]--;
        }

        if (step.Fragment is { } fragment)
        {
            _open.Remove(fragment);
        }
    }
}
