using System.Runtime.CompilerServices;
using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Merging;

/// <summary>Names the pairs of fields that conflict, in graphql-js's order and words.</summary>
/// <remarks>Compares pairs: fields within a selection set, fields with each spread fragment, spread fragments with each other; pairs of
/// fragments once. That is quadratic, so it is only asked when <see cref="MergeCheck"/> has found that there is something to name,
/// and it has a budget. Chains of fragments are followed with lists of things to do; nested selections by recursion, which stops
/// when the stack runs short.</remarks>
/// <param name="context">The validation.</param>
/// <param name="budget">How much may be compared: fields, arguments and pairs of fragments.</param>
internal sealed class ConflictFinder(ValidationContext context, int budget = 500_000)
{
    // By type, too: the set of a fragment on no composite type is looked at once without and once with its type.
    private readonly Dictionary<(SelectionSetNode, NamedType?), FieldSet> _sets = [];
    private readonly Dictionary<(string, string), bool> _comparedFragments = [];
    private int _budget = budget;

    /// <summary>True when the budget is used up: conflicts found until then are true, further ones may be missing.</summary>
    public bool IsExhausted => _budget < 0;

    /// <summary>All conflicts within a selection set, spread fragments included.</summary>
    /// <param name="selectionSet">The set.</param>
    /// <param name="parentType">The type it selects from.</param>
    /// <param name="enough">How many conflicts are enough.</param>
    public List<Conflict> Within(SelectionSetNode selectionSet, NamedType? parentType, int enough)
    {
        var conflicts = new List<Conflict>();
        var set = SetOf(selectionSet, parentType);
        foreach (var (key, uses) in set.Fields)
        {
            for (var i = 0; i < uses.Count; i++)
            {
                for (var j = i + 1; j < uses.Count && !IsExhausted && conflicts.Count < enough; j++)
                {
                    Add(conflicts, Compare(key, uses[i], uses[j], exclusive: false));
                }
            }
        }

        for (var i = 0; i < set.Spreads.Count && !IsExhausted && conflicts.Count < enough; i++)
        {
            FieldsWithFragment(conflicts, set, set.Spreads[i], exclusive: false);
            for (var j = i + 1; j < set.Spreads.Count && !IsExhausted; j++)
            {
                Fragments(conflicts, set.Spreads[i], set.Spreads[j], exclusive: false);
            }
        }

        return conflicts;
    }

    private void FieldsWithFragment(List<Conflict> conflicts, FieldSet set, string fragmentName, bool exclusive)
    {
        var open = new Stack<string>();
        open.Push(fragmentName);
        while (Spend(1) && open.TryPop(out var name))
        {
            // What was compared as fields that can meet need not be compared again as fields that cannot.
            if (set.Fields.Count == 0 || (set.Compared.TryGetValue(name, out var before) && (!before || exclusive)))
            {
                continue;
            }

            set.Compared[name] = exclusive;
            if (SetOf(name) is not { } other || other == set)
            {
                continue;
            }

            Sets(conflicts, set, other, exclusive);
            for (var i = other.Spreads.Count - 1; i >= 0; i--)
            {
                open.Push(other.Spreads[i]);
            }
        }
    }

    private void Fragments(List<Conflict> conflicts, string first, string second, bool exclusive)
    {
        var open = new Stack<(string First, string Second)>();
        open.Push((first, second));
        while (Spend(2) && open.TryPop(out var pair))
        {
            if (pair.First == pair.Second || WereCompared(pair.First, pair.Second, exclusive))
            {
                continue;
            }

            _comparedFragments[pair] = exclusive;
            if (SetOf(pair.First) is not { } one || SetOf(pair.Second) is not { } other)
            {
                continue;
            }

            Sets(conflicts, one, other, exclusive);

            // Last in, first out: the second's fragments are to come before the first's.
            for (var i = one.Spreads.Count - 1; i >= 0; i--)
            {
                open.Push((one.Spreads[i], pair.Second));
            }

            for (var i = other.Spreads.Count - 1; i >= 0; i--)
            {
                open.Push((pair.First, other.Spreads[i]));
            }
        }
    }

    private bool WereCompared(string first, string second, bool exclusive) =>
        (_comparedFragments.TryGetValue((first, second), out var before) && (!before || exclusive))
        || (_comparedFragments.TryGetValue((second, first), out before) && (!before || exclusive));

    private void Sets(List<Conflict> conflicts, FieldSet first, FieldSet second, bool exclusive)
    {
        var common = first.CommonWith(second, out var cost);
        Spend(cost);
        foreach (var (key, uses, others) in common)
        {
            foreach (var use in uses)
            {
                foreach (var other in others)
                {
                    if (IsExhausted)
                    {
                        return;
                    }

                    Add(conflicts, Compare(key, use, other, exclusive));
                }
            }
        }
    }

    private Conflict? Compare(string key, FieldUse first, FieldUse second, bool exclusive)
    {
        Spend(2);
        var (a, b) = (first.Node, second.Node);

        // Two different object types have no value in common; an interface or union may come to have one.
        exclusive |= first.ParentType != second.ParentType && first.ParentType is ObjectType && second.ParentType is ObjectType;
        if (!exclusive)
        {
            if (a.Name.Value != b.Name.Value)
            {
                return new Conflict(
                    key,
                    $"\"{Name(a)}\" and \"{Name(b)}\" are different fields",
                    [a],
                    [b]);
            }

            Spend(a.Arguments.Count);
            if (!SameArguments.Of(a.Arguments, b.Arguments))
            {
                return new Conflict(key, "they have differing arguments", [a], [b]);
            }
        }

        if (OverlappingStreams.Reason(context.Schema, a, b) is { } streams)
        {
            return new Conflict(key, streams, [a], [b]);
        }

        var (typeA, typeB) = (first.Type, second.Type);
        if (typeA is not null && typeB is not null && ResponseShape.Differs(typeA, typeB))
        {
            return new Conflict(key, $"they return conflicting types \"{typeA}\" and \"{typeB}\"", [a], [b]);
        }

        if (a.SelectionSet is null || b.SelectionSet is null)
        {
            return null;
        }

        var inside = Below(SetOf(a.SelectionSet, typeA?.NamedType()), SetOf(b.SelectionSet, typeB?.NamedType()), exclusive);
        return inside.Count == 0 ? null : Conflict.Of(key, a, b, inside);
    }

    private List<Conflict> Below(FieldSet first, FieldSet second, bool exclusive)
    {
        var conflicts = new List<Conflict>();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _budget = -1;
            return conflicts;
        }

        Sets(conflicts, first, second, exclusive);
        foreach (var name in second.Spreads)
        {
            FieldsWithFragment(conflicts, first, name, exclusive);
        }

        foreach (var name in first.Spreads)
        {
            FieldsWithFragment(conflicts, second, name, exclusive);
        }

        foreach (var name in first.Spreads)
        {
            foreach (var other in second.Spreads)
            {
                Fragments(conflicts, name, other, exclusive);
            }
        }

        return conflicts;
    }

    private FieldSet? SetOf(string fragmentName) =>
        context.Fragments.Find(fragmentName) is { } fragment
            ? SetOf(fragment.SelectionSet, context.Schema.Named(fragment.TypeCondition))
            : null;

    private FieldSet SetOf(SelectionSetNode selectionSet, NamedType? parentType)
    {
        if (!_sets.TryGetValue((selectionSet, parentType), out var set))
        {
            _sets[(selectionSet, parentType)] = set = new FieldSet(context.Schema, selectionSet, parentType);
        }

        return set;
    }

    private string Name(FieldNode field) => Conflict.Shorten(context.Cut(field.Name.Value));

    private bool Spend(int cost)
    {
        _budget -= cost;
        return _budget >= 0;
    }

    private static void Add(List<Conflict> conflicts, Conflict? conflict)
    {
        if (conflict is not null)
        {
            conflicts.Add(conflict);
        }
    }
}
