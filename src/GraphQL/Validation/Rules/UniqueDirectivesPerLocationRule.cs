using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Directives that are not repeatable stand once in a place (specification, "Directives Are Unique per Location").</summary>
/// <param name="context">The validation.</param>
public sealed class UniqueDirectivesPerLocationRule(ValidationContext context)
    : ValidationRule(context),
        IEnter<OperationDefinitionNode>,
        IEnter<VariableDefinitionNode>,
        IEnter<FragmentDefinitionNode>,
        IEnter<FieldNode>,
        IEnter<FragmentSpreadNode>,
        IEnter<InlineFragmentNode>
{
    /// <inheritdoc/>
    public void Enter(OperationDefinitionNode node) => Check(node.Directives);

    /// <inheritdoc/>
    public void Enter(VariableDefinitionNode node) => Check(node.Directives);

    /// <inheritdoc/>
    public void Enter(FragmentDefinitionNode node) => Check(node.Directives);

    /// <inheritdoc/>
    public void Enter(FieldNode node) => Check(node.Directives);

    /// <inheritdoc/>
    public void Enter(FragmentSpreadNode node) => Check(node.Directives);

    /// <inheritdoc/>
    public void Enter(InlineFragmentNode node) => Check(node.Directives);

    private void Check(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count < 2)
        {
            return;
        }

        var seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        for (var i = 0; i < directives.Count && !Context.IsStopped; i++)
        {
            var directive = directives[i];
            var name = directive.Name.Value;
            if (seen.TryGetValue(name, out var first))
            {
                Context.Report($"The directive \"@{Context.Cut(name)}\" can only be used once at this location.", first, directive);
            }
            else if (IsUnique(name))
            {
                seen[name] = directive;
            }
        }
    }

    // Of unknown directives nothing is known, so they may be repeatable.
    private bool IsUnique(string name) =>
        Context.Schema.Directive(name) is { } known
            ? !known.IsRepeatable
            : Context.Document.Definitions.OfType<DirectiveDefinitionNode>().LastOrDefault(definition => definition.Name.Value == name)
                is { Repeatable: false };
}
