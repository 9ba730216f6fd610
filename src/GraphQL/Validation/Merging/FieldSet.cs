using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Merging;

/// <summary>What one selection set asks for: fields by response key, inline fragments followed, and the fragments it spreads.</summary>
internal sealed class FieldSet
{
    private readonly List<string> _spreads = [];
    private Dictionary<FieldSet, List<(string Key, List<FieldUse> First, List<FieldUse> Second)>>? _common;

    /// <summary>The fields and spreads of a selection set. The recursion follows nested inline fragments, whose depth the parser has
    /// bounded.</summary>
    public FieldSet(Schema schema, SelectionSetNode selectionSet, NamedType? parentType)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Add(selectionSet, parentType);

        void Add(SelectionSetNode set, NamedType? parent)
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case FieldNode field:
                        if (!Fields.TryGetValue(field.ResponseKey, out var uses))
                        {
                            Fields[field.ResponseKey] = uses = [];
                        }

                        uses.Add(new FieldUse(field, parent));
                        break;
                    case FragmentSpreadNode spread when seen.Add(spread.Name.Value):
                        _spreads.Add(spread.Name.Value);
                        break;
                    case InlineFragmentNode inline:
                        Add(inline.SelectionSet, inline.TypeCondition is { } condition ? schema.Named(condition) : parent);
                        break;
                    default:
                        break;
                }
            }
        }
    }

    /// <summary>Fields by response key, in written order.</summary>
    public OrderedDictionary<string, List<FieldUse>> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of spread fragments, each once.</summary>
    public IReadOnlyList<string> Spreads => _spreads;

    /// <summary>Fragments these fields were compared with, and whether as fields that can never meet.</summary>
    public Dictionary<string, bool> Compared { get; } = new(StringComparer.Ordinal);

    /// <summary>The response keys that both sets have.</summary>
    /// <param name="other">The other set.</param>
    /// <param name="cost">How much work it was; 0 when it was known.</param>
    public List<(string Key, List<FieldUse> First, List<FieldUse> Second)> CommonWith(FieldSet other, out int cost)
    {
        cost = 0;
        _common ??= [];
        if (!_common.TryGetValue(other, out var common))
        {
            cost = Fields.Count;
            _common[other] = common = [];
            foreach (var (key, uses) in Fields)
            {
                if (other.Fields.TryGetValue(key, out var others))
                {
                    common.Add((key, uses, others));
                }
            }
        }

        return common;
    }
}
