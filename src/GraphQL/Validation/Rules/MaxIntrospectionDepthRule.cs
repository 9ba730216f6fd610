using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Introspection does not go round in circles: its lists are nested at most twice, and, with a limit, its fields not
/// too deep.</summary>
/// <remarks>Not in the specification; graphql-js 16 recommends the first half and has its words. Lists of types in lists of types grow
/// with a power of the schema's size. Fragments are followed with a list of things to do, each at most once per depth of lists.</remarks>
/// <param name="context">The validation.</param>
public sealed class MaxIntrospectionDepthRule(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>, ILeave<FieldNode>
{
    private const int MostLists = 3;

    // What is inside a field that was refused is not looked at again.
    private FieldNode? _refused;

    /// <inheritdoc/>
    public void Enter(FieldNode node)
    {
        if (_refused is not null || node.Name.Value is not ("__schema" or "__type") || node.SelectionSet is null)
        {
            return;
        }

        if (IsTooDeep(node.SelectionSet))
        {
            _refused = node;
            Context.Report("Maximum introspection depth exceeded", Context.Options.MaxIntrospectionDepth is null ? null : "HC0086", node);
        }
    }

    /// <inheritdoc/>
    public void Leave(FieldNode node)
    {
        if (_refused == node)
        {
            _refused = null;
        }
    }

    private bool IsTooDeep(SelectionSetNode root)
    {
        var most = Context.Options.MaxIntrospectionDepth ?? int.MaxValue;

        // How deep a fragment was entered so far, in lists and in fields; a shallower entry finds nothing new.
        var entered = new Dictionary<string, (int Lists, int Fields)>(StringComparer.Ordinal);
        var open = new Stack<(SelectionSetNode Set, int Lists, int Fields)>();
        open.Push((root, 0, 1));
        while (open.TryPop(out var at))
        {
            if (!Context.Spend(at.Set.Selections.Count))
            {
                return false;
            }

            foreach (var selection in at.Set.Selections)
            {
                switch (selection)
                {
                    case FieldNode field:
                        var lists = at.Lists + (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" ? 1 : 0);
                        if (lists >= MostLists || at.Fields + 1 > most)
                        {
                            return true;
                        }

                        if (field.SelectionSet is not null)
                        {
                            open.Push((field.SelectionSet, lists, at.Fields + 1));
                        }

                        break;
                    case InlineFragmentNode inline:
                        open.Push((inline.SelectionSet, at.Lists, at.Fields));
                        break;
                    case FragmentSpreadNode spread when Context.Fragments.Find(spread.Name.Value) is { } fragment:
                        var before = entered.GetValueOrDefault(spread.Name.Value, (Lists: -1, Fields: -1));

                        // Without a limit on fields their number is of no interest and must not lead round a cycle again.
                        var deeper = most != int.MaxValue && before.Fields < at.Fields;
                        if (before.Lists < at.Lists || deeper)
                        {
                            entered[spread.Name.Value] = (Math.Max(before.Lists, at.Lists), Math.Max(before.Fields, at.Fields));
                            open.Push((fragment.SelectionSet, at.Lists, at.Fields));
                        }

                        break;
                    default:
                        break;
                }
            }
        }

        return false;
    }
}
