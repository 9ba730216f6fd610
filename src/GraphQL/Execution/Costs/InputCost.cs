using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Costs;

/// <summary>What arguments add to a field's cost: those that carry <c>@cost</c>, such as filters, with the weights of all members
/// that they really hold, be they written or in a variable. A nested object without a weight counts one.</summary>
/// <param name="operation">The operation, for the defaults of its variables.</param>
/// <param name="variables">The request's variables as they came.</param>
/// <param name="assumesWorst">Whether a variable counts as all that its type could hold, and a filter in a variable as five times that, as
/// the package reports it.</param>
internal sealed class InputCost(OperationDefinitionNode operation, JsonElement variables, bool assumesWorst = false)
{
    private const double TimesOfFilter = 5;
    private readonly Dictionary<NamedType, double> _worst = [];

    /// <summary>The cost of a field's arguments.</summary>
    /// <param name="field">The field.</param>
    /// <returns>Zero when none of them has a weight.</returns>
    public double Of(FieldPlan field)
    {
        var sum = 0d;
        foreach (var argument in field.Field.Arguments)
        {
            if (Weight(argument) is { } weight && Literal(field.Node, argument.Name) is { } literal)
            {
                var times = assumesWorst && argument.IsFilter && literal is VariableNode ? TimesOfFilter : 1;
                sum += times * (weight + Inside(argument.Type.NamedType(), literal));
            }
        }

        return sum;
    }

    private double Inside(NamedType type, IValueNode literal)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (literal)
        {
            case ListValueNode list:
                return list.Items.Sum(item => Inside(type, item));
            case ObjectValueNode obj when type is InputObjectType input:
                return obj.Fields.Sum(f => input.Fields.TryGetValue(f.Name.Value, out var field)
                    ? Own(field) + Inside(field.Type.NamedType(), f.Value)
                    : 0);
            case VariableNode when assumesWorst:
                return Worst(type);
            case VariableNode variable when variables.ValueKind == JsonValueKind.Object && variables.TryGetProperty(variable.Name.Value, out var json):
                return Inside(type, json);
            case VariableNode variable:
                return operation.VariableDefinitions.FirstOrDefault(v => v.Variable.Name.Value == variable.Name.Value)?.DefaultValue is { } given
                    ? Inside(type, given)
                    : 0;
            default:
                return 0;
        }
    }

    private static double Inside(NamedType type, JsonElement json)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return json.ValueKind switch
        {
            JsonValueKind.Array => json.EnumerateArray().Sum(item => Inside(type, item)),
            JsonValueKind.Object when type is InputObjectType input => json.EnumerateObject().Sum(m => input.Fields.TryGetValue(m.Name, out var field)
                ? Own(field) + Inside(field.Type.NamedType(), m.Value)
                : 0),
            _ => 0,
        };
    }

    // Everything within reach once, and the type itself again where it is within its own reach.
    private double Worst(NamedType type)
    {
        if (_worst.TryGetValue(type, out var known))
        {
            return known;
        }

        var sum = 0d;
        var reached = new HashSet<NamedType>();
        var open = new Queue<NamedType>([type]);
        while (open.TryDequeue(out var next))
        {
            foreach (var field in (next as InputObjectType)?.Fields.Values ?? Enumerable.Empty<InputField>())
            {
                sum += Own(field);
                if (reached.Add(field.Type.NamedType()))
                {
                    open.Enqueue(field.Type.NamedType());
                }
            }
        }

        return _worst[type] = sum;
    }

    private static double Own(InputField field) => Weight(field) ?? (field.Type.NamedType() is InputObjectType ? 1 : 0);

    private static double? Weight(InputField field)
    {
        foreach (var directive in field.AppliedDirectives)
        {
            if (directive.Name.Value == "cost" && directive.Arguments is [{ Value: StringValueNode text }, ..])
            {
                return double.Parse(text.Value, CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private static IValueNode? Literal(FieldNode node, string name)
    {
        foreach (var argument in node.Arguments)
        {
            if (argument.Name.Value == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
