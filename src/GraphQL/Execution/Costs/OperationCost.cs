using System.Text.Json;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Costs;

/// <summary>What an operation costs, and where.</summary>
internal sealed class OperationCost
{
    private const int MostNamed = 3;
    private readonly IReadOnlyList<(FieldPlan Field, double Cost)> _fields;

    private OperationCost(IReadOnlyList<(FieldPlan Field, double Cost)> fields) => (_fields, Total) = (fields, fields.Sum(f => f.Cost));

    /// <summary>All of it.</summary>
    public double Total { get; }

    /// <summary>The cost of a request.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="plan">What is asked.</param>
    /// <param name="variables">The request's variables.</param>
    /// <param name="json">The same as they came.</param>
    /// <returns>The cost.</returns>
    public static OperationCost Of(Schema schema, OperationPlan plan, VariableValues variables, JsonElement json)
    {
        if (plan.ConstantCost is { } known)
        {
            return known;
        }

        var measure = new CostMeasure(schema, variables, new InputCost(plan.Operation, json));
        var cost = new OperationCost(measure.Of(plan));
        if (measure.IsConstant)
        {
            plan.ConstantCost = cost;
        }

        return cost;
    }

    /// <summary>Why it is too much.</summary>
    /// <param name="most">What is allowed.</param>
    /// <returns>The error; it names the dearest root fields.</returns>
    public GraphQLError TooHigh(double most) => new("The maximum allowed field cost was exceeded.")
    {
        Extensions = new OrderedDictionary<string, object?>
        {
            ["code"] = "HC0047",
            ["fieldCost"] = Total,
            ["maxFieldCost"] = most,
            ["dearest"] = _fields.OrderByDescending(f => f.Cost).Take(MostNamed)
                .Select(f => new OrderedDictionary<string, object?> { ["coordinate"] = f.Field.Coordinate, ["cost"] = f.Cost }).ToList(),
        },
    };

    /// <summary>Writes <c>"extensions":{"cost":…}</c>.</summary>
    /// <param name="most">What is allowed; null for everything.</param>
    /// <param name="json">Where to write.</param>
    public void Write(double? most, JsonBuffer json)
    {
        json.WriteRaw("\"extensions\":{\"cost\":{\"requested\":"u8);
        json.WriteNumber(Total);
        json.WriteRaw(",\"maximum\":"u8);
        if (most is { } number)
        {
            json.WriteNumber(number);
        }
        else
        {
            json.WriteNull();
        }

        json.WriteRaw("}}"u8);
    }
}
