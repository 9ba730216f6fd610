using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>No two fragments share a name (specification, "Fragment Name Uniqueness").</summary>
/// <param name="context">The validation.</param>
public sealed class UniqueFragmentNamesRule(ValidationContext context) : ValidationRule(context), IEnter<FragmentDefinitionNode>
{
    private Dictionary<string, NameNode>? _known;

    /// <inheritdoc/>
    public void Enter(FragmentDefinitionNode node)
    {
        _known ??= new(StringComparer.Ordinal);
        if (!_known.TryAdd(node.Name.Value, node.Name))
        {
            Context.Report(
                $"There can be only one fragment named \"{Context.Cut(node.Name.Value)}\".", _known[node.Name.Value], node.Name);
        }
    }
}
