using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Merging;

/// <summary>Decides whether all fields of a document can be merged, in time that hardly grows faster than the document.</summary>
/// <remarks>The way of "GraphQL overlapping fields can be merged fast" (Adameit): not pairs of fields are compared but all fields of one
/// response key at one place with the first of them, and then their selection sets are taken together and looked at as one. The same
/// selection sets are looked at together once only, so fragments that fan out cost nothing extra. Two passes in one: values must have
/// the same shape whatever the parent type (<see cref="Depth.Shape"/>), and fields that may meet on one object must also be the
/// same field with the same arguments (<see cref="Depth.Full"/>). It finds that there is a conflict, not which pairs the
/// specification's wording would name; <see cref="ConflictFinder"/> does that.</remarks>
/// <param name="context">The validation.</param>
internal sealed class MergeCheck(ValidationContext context)
{
    private const int FewGroups = 8;

    private readonly Dictionary<SelectionSetNode, int> _ids = [];
    private readonly List<(SelectionSetNode Set, NamedType? ParentType)> _sets = [];
    private readonly Dictionary<SetKey, Depth> _seen = [];
    private readonly Stack<(SetKey Sets, Depth Depth)> _open = [];
    private readonly HashSet<string> _reached = new(StringComparer.Ordinal);

    // Scratch of one step, kept to save allocations.
    private readonly Dictionary<string, int> _groupOf = new(StringComparer.Ordinal);
    private readonly List<List<FieldUse>> _groups = [];
    private readonly HashSet<string> _spread = new(StringComparer.Ordinal);
    private readonly Stack<(SelectionSetNode Set, NamedType? ParentType)> _toCollect = [];
    private int _groupCount;

    private enum Depth
    {
        Shape = 1,
        Full = 2,
    }

    /// <summary>The first conflict found, with its bare reason; null when there is none or when <see cref="IsSure"/> is false.</summary>
    public Conflict? Found { get; private set; }

    /// <summary>False when fragments form cycles: then merged selection sets have no end and nothing is decided here.</summary>
    public bool IsSure { get; private set; } = true;

    /// <summary>Looks through the document.</summary>
    /// <returns>True when everything can be merged.</returns>
    public bool Run()
    {
        if (FragmentCycles.Exist(context))
        {
            IsSure = false;
            return false;
        }

        // What can be merged inside an operation can be merged in each of its fragments, so only unused fragments are left to look at,
        // and those whose name another one has taken.
        foreach (var definition in context.Document.Definitions)
        {
            if (definition is OperationDefinitionNode operation
                && !Check(operation.SelectionSet, context.Schema.RootType(operation.Operation)))
            {
                return false;
            }
        }

        foreach (var definition in context.Document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment
                && !(_reached.Contains(fragment.Name.Value) && context.Fragments.Find(fragment.Name.Value) == fragment)
                && !Check(fragment.SelectionSet, context.Schema.Named(fragment.TypeCondition)))
            {
                return false;
            }
        }

        return true;
    }

    private bool Check(SelectionSetNode root, NamedType? parentType)
    {
        Push(new SetKey(Id(root, parentType)), Depth.Full);
        while (_open.TryPop(out var at))
        {
            Collect(at.Sets);
            for (var i = 0; i < _groupCount; i++)
            {
                if (!CheckGroup(_groups[i], at.Depth))
                {
                    return false;
                }
            }

            if (context.IsStopped)
            {
                return true;
            }
        }

        return true;
    }

    private void Collect(SetKey sets)
    {
        _groupOf.Clear();
        _spread.Clear();
        _groupCount = 0;
        for (var i = sets.Count - 1; i >= 0; i--)
        {
            _toCollect.Push(_sets[sets[i]]);
        }

        while (_toCollect.TryPop(out var at) && context.Spend(at.Set.Selections.Count))
        {
            for (var i = 0; i < at.Set.Selections.Count; i++)
            {
                switch (at.Set.Selections[i])
                {
                    case FieldNode field:
                        Group(field.ResponseKey).Add(new FieldUse(field, at.ParentType));
                        break;
                    case InlineFragmentNode inline:
                        var type = inline.TypeCondition is { } condition ? context.Schema.Named(condition) : at.ParentType;
                        _toCollect.Push((inline.SelectionSet, type));
                        break;
                    case FragmentSpreadNode spread
                        when _spread.Add(spread.Name.Value) && context.Fragments.Find(spread.Name.Value) is { } fragment:
                        _reached.Add(spread.Name.Value);
                        _toCollect.Push((fragment.SelectionSet, context.Schema.Named(fragment.TypeCondition)));
                        break;
                    default:
                        break;
                }
            }
        }
    }

    private List<FieldUse> Group(string responseKey)
    {
        if (Find(responseKey) is { } known)
        {
            return known;
        }

        if (_groupCount == _groups.Count)
        {
            _groups.Add([]);
        }

        var group = _groups[_groupCount];
        group.Clear();
        _groupCount++;
        if (_groupCount > FewGroups)
        {
            _groupOf[responseKey] = _groupCount - 1;
        }

        return group;
    }

    private List<FieldUse>? Find(string responseKey)
    {
        // The first few are found faster by looking at them than by hashing.
        var few = Math.Min(_groupCount, FewGroups);
        for (var i = 0; i < few; i++)
        {
            if (_groups[i][0].Node.ResponseKey == responseKey)
            {
                return _groups[i];
            }
        }

        return _groupCount > FewGroups && _groupOf.TryGetValue(responseKey, out var index) ? _groups[index] : null;
    }

    private bool CheckGroup(List<FieldUse> group, Depth depth)
    {
        if (group.Count == 1)
        {
            PushBelow(group, null, depth);
            return true;
        }

        if (!HaveOneShape(group) || !HaveNoStream(group))
        {
            return false;
        }

        if (depth == Depth.Shape)
        {
            PushBelow(group, null, Depth.Shape);
            return true;
        }

        // Fields of two different object types never meet on one object; everything else may.
        var objects = ObjectParents(group);
        if (objects.Count <= 1)
        {
            PushBelow(group, null, Depth.Full);
            return AreOneField(group, null);
        }

        PushBelow(group, null, Depth.Shape);
        foreach (var type in objects)
        {
            if (!context.Spend(group.Count) || !AreOneField(group, type))
            {
                return context.IsStopped;
            }

            PushBelow(group, type, Depth.Full);
        }

        return true;
    }

    private static List<NamedType> ObjectParents(List<FieldUse> group)
    {
        var objects = new List<NamedType>();
        HashSet<NamedType>? seen = null;
        NamedType? latest = null;
        foreach (var use in group)
        {
            if (use.ParentType is ObjectType && use.ParentType != latest && (seen ??= []).Add(use.ParentType))
            {
                objects.Add(use.ParentType);
            }

            latest = use.ParentType;
        }

        return objects;
    }

    private bool HaveOneShape(List<FieldUse> group)
    {
        FieldUse? first = null;
        IType? wanted = null;
        foreach (var use in group)
        {
            if (use.Type is not { } type)
            {
                continue;
            }

            if (wanted is null)
            {
                (first, wanted) = (use, type);
            }
            else if (ResponseShape.Differs(wanted, type))
            {
                return Refuse(first!.Value, use, $"they return conflicting types \"{wanted}\" and \"{type}\"");
            }
        }

        return true;
    }

    private bool HaveNoStream(List<FieldUse> group)
    {
        if (!context.Schema.CanStream)
        {
            return true;
        }

        for (var i = 0; i < group.Count; i++)
        {
            if (OverlappingStreams.Find(group[i].Node) is not null)
            {
                var other = group[i == 0 ? 1 : 0];
                return Refuse(group[i], other, OverlappingStreams.Reason(context.Schema, group[i].Node, other.Node)!);
            }
        }

        return true;
    }

    private bool AreOneField(List<FieldUse> group, NamedType? objectType)
    {
        FieldUse? first = null;
        foreach (var use in group)
        {
            if (!Meets(use, objectType))
            {
                continue;
            }

            if (first is null)
            {
                first = use;
                continue;
            }

            var (a, b) = (first.Value.Node, use.Node);
            if (a.Name.Value != b.Name.Value)
            {
                var (one, other) = (context.Cut(a.Name.Value), context.Cut(b.Name.Value));
                return Refuse(first.Value, use, $"\"{one}\" and \"{other}\" are different fields");
            }

            if (!SameArguments.Of(a.Arguments, b.Arguments))
            {
                return Refuse(first.Value, use, "they have differing arguments");
            }
        }

        return true;
    }

    private static bool Meets(FieldUse use, NamedType? objectType) =>
        objectType is null || use.ParentType == objectType || use.ParentType is not ObjectType;

    private bool Refuse(FieldUse a, FieldUse b, string reason)
    {
        Found = new Conflict(a.Node.ResponseKey, reason, [a.Node], [b.Node]);
        return false;
    }

    private void PushBelow(List<FieldUse> group, NamedType? objectType, Depth depth)
    {
        var first = -1;
        List<int>? below = null;
        foreach (var use in group)
        {
            if (use.Node.SelectionSet is not { } set || !Meets(use, objectType))
            {
                continue;
            }

            var id = Id(set, use.Type?.NamedType());
            if (first < 0)
            {
                first = id;
            }
            else
            {
                (below ??= [first]).Add(id);
            }
        }

        if (first >= 0)
        {
            Push(below is null ? new SetKey(first) : SetKey.Of(below), depth);
        }
    }

    private void Push(SetKey sets, Depth depth)
    {
        if (_seen.TryGetValue(sets, out var done) && done >= depth)
        {
            return;
        }

        _seen[sets] = depth;
        _open.Push((sets, depth));
    }

    // A selection set stands in one place only, so its parent type is always the same.
    private int Id(SelectionSetNode set, NamedType? parentType)
    {
        if (!_ids.TryGetValue(set, out var id))
        {
            id = _sets.Count;
            _ids[set] = id;
            _sets.Add((set, parentType));
        }

        return id;
    }
}
