using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Spread fragments are defined (specification, "Fragment Spread Target Defined").</summary>
/// <param name="context">The validation.</param>
public sealed class KnownFragmentNamesRule(ValidationContext context) : ValidationRule(context), IEnter<FragmentSpreadNode>
{
    /// <inheritdoc/>
    public void Enter(FragmentSpreadNode node)
    {
        if (Context.Fragments.Find(node.Name.Value) is null)
        {
            Context.Report($"Unknown fragment \"{Context.Cut(node.Name.Value)}\".", node.Name);
        }
    }
}
