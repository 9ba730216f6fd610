using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Given arguments are defined (specification, "Argument Names").</summary>
/// <param name="context">The validation.</param>
public sealed class KnownArgumentNamesRule(ValidationContext context) : ValidationRule(context), IEnter<DirectiveNode>, IEnter<ArgumentNode>
{
    /// <inheritdoc/>
    public void Enter(DirectiveNode node)
    {
        if (Types.Directive is not { } directive)
        {
            return;
        }

        for (var i = 0; i < node.Arguments.Count && !Context.IsStopped; i++)
        {
            var argument = node.Arguments[i];
            var name = argument.Name.Value;
            if (!directive.Arguments.Any(known => known.Name == name))
            {
                Context.Report(
                    $"Unknown argument \"{Context.Cut(name)}\" on directive \"@{directive.Name}\"."
                        + Context.DidYouMean(name, directive.Arguments.Select(known => known.Name)),
                    argument);
            }
        }
    }

    /// <inheritdoc/>
    public void Enter(ArgumentNode node)
    {
        if (Types.DirectiveHost is null && Types.Argument is null && Types.Field is { } field && Types.ParentType is { } parent)
        {
            var name = node.Name.Value;
            Context.Report(
                $"Unknown argument \"{Context.Cut(name)}\" on field \"{parent.Name}.{field.Name}\"."
                    + Context.DidYouMean(name, field.Arguments.Select(known => known.Name)),
                node);
        }
    }
}
