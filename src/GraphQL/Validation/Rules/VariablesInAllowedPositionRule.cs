using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Variables are used where their types fit (specification, "All Variable Usages Are Allowed").</summary>
/// <param name="context">The validation.</param>
public sealed class VariablesInAllowedPositionRule(ValidationContext context) : ValidationRule(context), ILeave<OperationDefinitionNode>
{
    /// <inheritdoc/>
    public void Leave(OperationDefinitionNode node)
    {
        if (node.VariableDefinitions.Count == 0)
        {
            return;
        }

        var definitions = new Dictionary<string, (VariableDefinitionNode Node, IType? Type)>(StringComparer.Ordinal);
        foreach (var definition in node.VariableDefinitions)
        {
            definitions[definition.Variable.Name.Value] = (definition, Context.Schema.TypeOf(definition.Type));
        }

        var usages = Context.UsagesOf(node);
        for (var i = 0; i < usages.Count && !Context.IsStopped; i++)
        {
            if (usages[i].Type is not null && definitions.TryGetValue(usages[i].Node.Name.Value, out var found) && found.Type is not null)
            {
                Check(usages[i], found.Node, found.Type);
            }
        }
    }

    private void Check(VariableUsage usage, VariableDefinitionNode definition, IType type)
    {
        if (!IsAllowed(usage, definition, type))
        {
            Context.Report(
                $"Variable \"{Name(usage)}\" of type \"{Name(type)}\" used in position expecting type \"{usage.Type}\".", definition, usage.Node);
        }

        if (type is not NonNullType && OneOfAround(usage) is { } oneOf)
        {
            Context.Report(
                $"Variable \"{Name(usage)}\" is of type \"{Name(type)}\" but must be non-nullable to be used "
                    + $"for OneOf Input Object \"{oneOf}\".",
                definition,
                usage.Node);
        }
    }

    // The reference implementation overlooks objects behind a non-null or list type; the specification does not.
    private InputObjectType? OneOfAround(VariableUsage usage)
    {
        if (!Context.Options.RefuseNullableInEveryOneOf)
        {
            return usage.ParentType is InputObjectType { IsOneOf: true } bare ? bare : null;
        }

        return usage.ParentType?.NamedType() is InputObjectType { IsOneOf: true } around
            && usage.Position is { } field && around.Fields.GetValueOrDefault(field.Name) == field ? around : null;
    }

    private string Name(VariableUsage usage) => $"${Context.Cut(usage.Node.Name.Value)}";

    private string Name(IType type) => Context.Cut(type.ToString()!);

    /// <summary>A nullable variable may stand in a non-null position when a default keeps null away from it.</summary>
    private bool IsAllowed(VariableUsage usage, VariableDefinitionNode definition, IType type)
    {
        if (usage.Type is NonNullType { OfType: var nullable } && type is not NonNullType)
        {
            var hasDefault = definition.DefaultValue is not (null or NullValueNode) || usage.Position?.DefaultValue is not null;
            return hasDefault && Context.Schema.IsTypeSubTypeOf(type, nullable);
        }

        return Context.Schema.IsTypeSubTypeOf(type, usage.Type!);
    }
}
