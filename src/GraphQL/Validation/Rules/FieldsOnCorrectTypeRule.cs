using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Selected fields exist on the type they are selected from (specification, "Field Selections").</summary>
/// <param name="context">The validation.</param>
public sealed class FieldsOnCorrectTypeRule(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>
{
    /// <inheritdoc/>
    public void Enter(FieldNode node)
    {
        if (Types.ParentType is not { } parent || Types.Field is not null)
        {
            return;
        }

        var name = node.Name.Value;
        Context.Report($"Cannot query field \"{Context.Cut(name)}\" on type \"{parent.Name}\".{Suggestion(parent, name)}", node);
    }

    private string Suggestion(NamedType parent, string name)
    {
        if (!Context.Options.AllowSuggestions)
        {
            return "";
        }

        var types = Suggestions.DidYouMean(TypesThatHave(parent, name), "to use an inline fragment on");
        return types != "" || parent is not ComplexType complex ? types : Context.DidYouMean(name, complex.Fields.Keys);
    }

    /// <summary>Possible types with the field, and their interfaces with it: the most common first, wider before narrower.</summary>
    private List<string> TypesThatHave(NamedType parent, string name)
    {
        if (parent is not IAbstractType wider)
        {
            return [];
        }

        var uses = new OrderedDictionary<ComplexType, int>();
        foreach (var type in Context.Schema.PossibleTypes(wider).Where(type => type.Fields.ContainsKey(name)))
        {
            uses[type] = 1;
            foreach (var owner in type.Interfaces.Where(owner => owner.Fields.ContainsKey(name)))
            {
                uses[owner] = uses.GetValueOrDefault(owner) + 1;
            }
        }

        var found = uses.Keys.ToList();
        Sort(found, (a, b) => uses[b] != uses[a] ? uses[b] < uses[a]
            : a is InterfaceType above && Context.Schema.IsSubType(above, b)
                || !(b is InterfaceType over && Context.Schema.IsSubType(over, a)) && NaturalOrder.Instance.Compare(a.Name, b.Name) < 0);
        return [.. found.Select(type => type.Name)];
    }

    /// <summary>The comparison is no true order (a narrower type may come before a wider one's neighbour by name), so what comes out
    /// hangs on the way of sorting. This is how JavaScript engines sort short lists: the run at the start stays, the rest is
    /// inserted by halving.</summary>
    private static void Sort(List<ComplexType> list, Func<ComplexType, ComplexType, bool> comesBefore)
    {
        if (list.Count < 2)
        {
            return;
        }

        var run = 2;
        var descends = comesBefore(list[1], list[0]);
        while (run < list.Count && comesBefore(list[run], list[run - 1]) == descends)
        {
            run++;
        }

        if (descends)
        {
            list.Reverse(0, run);
        }

        for (; run < list.Count; run++)
        {
            var item = list[run];
            int low = 0, high = run;
            while (low < high)
            {
                var middle = low + ((high - low) / 2);
                (low, high) = comesBefore(item, list[middle]) ? (low, middle) : (middle + 1, high);
            }

            list.RemoveAt(run);
            list.Insert(low, item);
        }
    }
}
