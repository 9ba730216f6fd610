using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>No two operations share a name (specification, "Operation Name Uniqueness").</summary>
/// <param name="context">The validation.</param>
public sealed class UniqueOperationNamesRule(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    private Dictionary<string, NameNode>? _known;

    /// <inheritdoc/>
    public void Enter(OperationDefinitionNode node)
    {
        if (node.Name is not { } name)
        {
            return;
        }

        _known ??= new(StringComparer.Ordinal);
        if (!_known.TryAdd(name.Value, name))
        {
            Context.Report($"There can be only one operation named \"{Context.Cut(name.Value)}\".", _known[name.Value], name);
        }
    }
}
