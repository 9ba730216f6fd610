using System.Runtime.InteropServices;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Every fragment is used by an operation, directly or not (specification, "Fragments Must Be Used").</summary>
/// <param name="context">The validation.</param>
public sealed class NoUnusedFragmentsRule(ValidationContext context) : ValidationRule(context), ILeave<DocumentNode>
{
    /// <inheritdoc/>
    public void Leave(DocumentNode node)
    {
        if (Context.Fragments.Count == 0)
        {
            return;
        }

        var operations = node.Definitions.OfType<OperationDefinitionNode>().ToList();
        var used = Context.FragmentsOf(CollectionsMarshal.AsSpan(operations))
            .Select(fragment => fragment.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var definition in node.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment && !used.Contains(fragment.Name.Value))
            {
                Context.Report($"Fragment \"{Context.Cut(fragment.Name.Value)}\" is never used.", fragment);
            }
        }
    }
}
