using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Nothing deprecated is used. Not a rule of the specification: for clients that want to move on, in their builds.</summary>
/// <param name="context">The validation.</param>
public sealed class NoDeprecatedCustomRule(ValidationContext context)
    : ValidationRule(context), IEnter<FieldNode>, IEnter<ArgumentNode>, IEnter<ObjectFieldNode>, IEnter<IValueNode>
{
    /// <inheritdoc/>
    public void Enter(FieldNode node)
    {
        if (Types.Field is { DeprecationReason: { } reason } field && Types.ParentType is { } parent)
        {
            Context.Report($"The field {parent.Name}.{field.Name} is deprecated. {reason}", node);
        }
    }

    /// <inheritdoc/>
    public void Enter(ArgumentNode node)
    {
        if (Types.Argument is not { DeprecationReason: { } reason } argument)
        {
            return;
        }

        if (Types.Directive is { } directive)
        {
            Context.Report($"Directive \"@{directive.Name}\" argument \"{argument.Name}\" is deprecated. {reason}", node);
        }
        else if (Types is { ParentType: { } parent, Field: { } field })
        {
            Context.Report($"Field \"{parent.Name}.{field.Name}\" argument \"{argument.Name}\" is deprecated. {reason}", node);
        }
    }

    /// <inheritdoc/>
    public void Enter(ObjectFieldNode node)
    {
        if (Types.ParentInputType?.NamedType() is InputObjectType type && Types.Position is { DeprecationReason: { } reason } field)
        {
            Context.Report($"The input field {type.Name}.{field.Name} is deprecated. {reason}", node);
        }
    }

    /// <inheritdoc/>
    public void Enter(IValueNode node)
    {
        if (node is EnumValueNode written
            && Types.InputType?.NamedType() is EnumType type
            && type.ByName(written.Value) is { DeprecationReason: { } reason } value)
        {
            Context.Report($"The enum value \"{type.Name}.{value.Name}\" is deprecated. {reason}", node);
        }
    }
}
