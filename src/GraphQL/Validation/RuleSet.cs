using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation;

/// <summary>How a rule joins a validation.</summary>
/// <param name="RuleType">The rule's class, which says what it listens to.</param>
/// <param name="Create">Makes the rule.</param>
public sealed record RuleEntry(Type RuleType, Func<ValidationContext, ValidationRule> Create)
{
    /// <summary>An entry for a rule.</summary>
    /// <typeparam name="TRule">The rule's class.</typeparam>
    /// <param name="create">Makes the rule.</param>
    /// <returns>The entry.</returns>
    public static RuleEntry Of<TRule>(Func<ValidationContext, TRule> create) where TRule : ValidationRule => new(typeof(TRule), create);
}

/// <summary>An ordered list of rules, with the answer to "who listens to what?" worked out once.</summary>
public sealed class RuleSet
{
    private readonly Dictionary<Type, int[]> _listeners = [];

    /// <summary>A list of rules.</summary>
    /// <param name="entries">The rules; at one node they speak in this order.</param>
    public RuleSet(IReadOnlyList<RuleEntry> entries)
    {
        Entries = entries;
        Note<IEnter<DocumentNode>>();
        Note<ILeave<DocumentNode>>();
        Note<IEnter<OperationDefinitionNode>>();
        Note<ILeave<OperationDefinitionNode>>();
        Note<IEnter<VariableDefinitionNode>>();
        Note<IEnter<FragmentDefinitionNode>>();
        Note<IEnter<SelectionSetNode>>();
        Note<IEnter<FieldNode>>();
        Note<ILeave<FieldNode>>();
        Note<IEnter<FragmentSpreadNode>>();
        Note<IEnter<InlineFragmentNode>>();
        Note<IEnter<DirectiveNode>>();
        Note<ILeave<DirectiveNode>>();
        Note<IEnter<ArgumentNode>>();
        Note<IEnter<NamedTypeNode>>();
        Note<IEnter<IValueNode>>();
        Note<ILeave<IValueNode>>();
        Note<IEnter<ObjectFieldNode>>();
    }

    /// <summary>The rules in order.</summary>
    public IReadOnlyList<RuleEntry> Entries { get; }

    /// <summary>These rules and further ones behind them.</summary>
    /// <param name="further">The further ones.</param>
    /// <returns>A new list.</returns>
    public RuleSet With(params ReadOnlySpan<RuleEntry> further) => new([.. Entries, .. further]);

    /// <summary>These rules after one that speaks first; the same ones where it is among them.</summary>
    /// <param name="first">The rule to come first.</param>
    /// <returns>A list with it.</returns>
    public RuleSet After(RuleEntry first) => Entries.Any(e => e.RuleType == first.RuleType) ? this : new([first, .. Entries]);

    internal RuleListeners Attach(ValidationContext context)
    {
        var rules = new ValidationRule[Entries.Count];
        for (var i = 0; i < rules.Length; i++)
        {
            rules[i] = Entries[i].Create(context);
        }

        return new RuleListeners(this, rules);
    }

    internal TListener[] Pick<TListener>(ValidationRule[] rules) where TListener : class
    {
        var places = _listeners[typeof(TListener)];
        if (places.Length == 0)
        {
            return [];
        }

        var picked = new TListener[places.Length];
        for (var i = 0; i < picked.Length; i++)
        {
            picked[i] = (TListener)(object)rules[places[i]];
        }

        return picked;
    }

    private void Note<TListener>() =>
        _listeners[typeof(TListener)] =
            [.. Enumerable.Range(0, Entries.Count).Where(i => typeof(TListener).IsAssignableFrom(Entries[i].RuleType))];
}
