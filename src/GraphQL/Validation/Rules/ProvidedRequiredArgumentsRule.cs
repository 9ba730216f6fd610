using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Required arguments are given (specification, "Required Arguments").</summary>
/// <remarks>Looks when the walk leaves, so that errors deeper down come first.</remarks>
/// <param name="context">The validation.</param>
public sealed class ProvidedRequiredArgumentsRule(ValidationContext context)
    : ValidationRule(context), ILeave<FieldNode>, ILeave<DirectiveNode>
{
    /// <inheritdoc/>
    public void Leave(FieldNode node)
    {
        if (Types.Field is not { } field)
        {
            return;
        }

        foreach (var argument in field.Arguments)
        {
            if (argument.IsRequired && !IsGiven(node.Arguments, argument))
            {
                Context.Report(
                    $"Field \"{field.Name}\" argument \"{argument.Name}\" of type \"{argument.Type}\" is required, "
                        + "but it was not provided.",
                    node);
            }
        }
    }

    /// <inheritdoc/>
    public void Leave(DirectiveNode node)
    {
        if (Types.Directive is not { } directive)
        {
            return;
        }

        foreach (var argument in directive.Arguments)
        {
            if (argument.IsRequired && !IsGiven(node.Arguments, argument))
            {
                Context.Report(
                    $"Directive \"@{directive.Name}\" argument \"{argument.Name}\" of type \"{argument.Type}\" is required, "
                        + "but it was not provided.",
                    node);
            }
        }
    }

    private static bool IsGiven(IReadOnlyList<ArgumentNode> given, InputField wanted)
    {
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i].Name.Value == wanted.Name)
            {
                return true;
            }
        }

        return false;
    }
}
