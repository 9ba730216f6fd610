using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Only lists come piece by piece (incremental delivery, "Stream Directives Are Used On List Fields").</summary>
/// <param name="context">The validation.</param>
public sealed class StreamDirectiveOnListFieldRule(ValidationContext context) : ValidationRule(context), IEnter<DirectiveNode>
{
    /// <inheritdoc/>
    public void Enter(DirectiveNode node)
    {
        if (node.Name.Value == "stream" && Context.Schema.CanStream && Types is { Field: { } field, ParentType: { } parent }
            && field.Type is not (ListType or IWrappingType { OfType: ListType }))
        {
            Context.Report($"Directive \"@stream\" cannot be used on non-list field \"{parent}.{field.Name}\".", node);
        }
    }
}
