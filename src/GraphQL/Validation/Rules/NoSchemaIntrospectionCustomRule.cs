using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>The schema is not shown to those who may not see it. House policy, not specification; silent unless
/// <see cref="ValidationOptions.AllowIntrospection"/> is off. <c>__typename</c> stays.</summary>
/// <param name="context">The validation.</param>
public sealed class NoSchemaIntrospectionCustomRule(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>
{
    /// <inheritdoc/>
    public void Enter(FieldNode node)
    {
        if (!Context.Options.AllowIntrospection
            && Types.Type is { } type
            && type.NamedType().Name.StartsWith("__", StringComparison.Ordinal))
        {
            Context.Report(
                $"GraphQL introspection has been disabled, but the requested query contained the field \"{Context.Cut(node.Name.Value)}\".",
                "HC0046",
                node);
        }
    }
}
