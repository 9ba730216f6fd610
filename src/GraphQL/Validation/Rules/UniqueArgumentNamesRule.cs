using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>No argument is given twice (specification, "Argument Uniqueness").</summary>
/// <param name="context">The validation.</param>
public sealed class UniqueArgumentNamesRule(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>, IEnter<DirectiveNode>
{
    /// <inheritdoc/>
    public void Enter(FieldNode node) => Check(node.Arguments);

    /// <inheritdoc/>
    public void Enter(DirectiveNode node) => Check(node.Arguments);

    private void Check(IReadOnlyList<ArgumentNode> arguments)
    {
        if (arguments.Count < 2)
        {
            return;
        }

        foreach (var same in arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal))
        {
            if (same.Skip(1).Any())
            {
                Context.Report(
                    $"There can be only one argument named \"{Context.Cut(same.Key)}\".", [.. same.Select(argument => argument.Name)]);
            }
        }
    }
}
