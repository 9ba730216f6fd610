using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>A subscription has one root field, which is no introspection field (specification, "Single Root Field").</summary>
/// <remarks>September 2025 also forbids <c>@skip</c> and <c>@include</c> there, because the number of root fields would hang on
/// variables; graphql-js 16 does not, hence <see cref="ValidationOptions.RefuseConditionalSubscriptionRoot"/>.</remarks>
/// <param name="context">The validation.</param>
public sealed class SingleFieldSubscriptionsRule(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    /// <inheritdoc/>
    public void Enter(OperationDefinitionNode node)
    {
        if (node.Operation != OperationType.Subscription || Context.Schema.SubscriptionType is not { } root)
        {
            return;
        }

        var subject = node.Name is { } name ? $"Subscription \"{Context.Cut(name.Value)}\"" : "Anonymous Subscription";
        if (Context.Options.RefuseConditionalSubscriptionRoot && Conditions(node) is { Count: > 0 } conditions)
        {
            Context.Report(
                $"{subject} must not use `@skip` or `@include` directives in the top level selection.", [.. conditions]);
            return;
        }

        // A condition that hangs on a variable may hold, so its selection counts.
        var fields = FieldCollector.Collect(
            Context.Schema, Context.Fragments, root, [node.SelectionSet], static condition => !condition.IsNever);
        if (fields.Count > 1)
        {
            Context.Report($"{subject} must select only one top level field.", [.. fields.Skip(1).SelectMany(field => field.Value)]);
        }

        foreach (var nodes in fields.Values)
        {
            if (nodes[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                Context.Report($"{subject} must not select an introspection top level field.", [.. nodes]);
            }
        }
    }

    private List<ISyntaxNode> Conditions(OperationDefinitionNode operation)
    {
        var conditions = new List<ISyntaxNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SelectionSetNode>();
        open.Push(operation.SelectionSet);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                conditions.AddRange(selection.Directives.Where(directive => directive.Name.Value is "skip" or "include"));
                switch (selection)
                {
                    case InlineFragmentNode inline: open.Push(inline.SelectionSet); break;
                    case FragmentSpreadNode spread
                        when seen.Add(spread.Name.Value) && Context.Fragments.Find(spread.Name.Value) is { } fragment:
                        open.Push(fragment.SelectionSet);
                        break;
                    default: break;
                }
            }
        }

        return conditions;
    }
}
