using System.Text.Json;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Execution.Variables;

namespace Exams.GraphQL.Execution.Costs;

/// <summary>What an operation may cost, and where.</summary>
internal sealed class OperationCost
{
    private const int MostNamed = 5;
    private readonly IReadOnlyList<CostNode> _nodes;
    private Dictionary<ObjectPlan, double>? _weights;

    private OperationCost(IReadOnlyList<CostNode> nodes) => (_nodes, Total) = (nodes, new Cost(0, 1) + nodes[0].Total);

    /// <summary>All of it; the root counts as an object.</summary>
    public Cost Total { get; }

    /// <summary>The cost of a request.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="variables">The request's variables.</param>
    /// <param name="json">The same as they came.</param>
    /// <param name="assumeLargestPages">Whether a page size in a variable counts as the largest page.</param>
    /// <param name="assumeWorstInput">Whether input in a variable counts as the most that it could be.</param>
    /// <returns>The cost.</returns>
    public static OperationCost Of(
        OperationPlan plan, VariableValues variables, JsonElement json, bool assumeLargestPages, bool assumeWorstInput = false)
    {
        if (plan.ConstantCost is { } known)
        {
            return known;
        }

        var measure = new CostMeasure(plan.Schema, variables, new InputCost(plan.Operation, json, assumeWorstInput), assumeLargestPages);
        var cost = new OperationCost(measure.Of(plan));
        if (measure.IsConstant)
        {
            plan.ConstantCost = cost;
        }

        return cost;
    }

    /// <summary>What the fields of one object cost, without what stands below them.</summary>
    /// <param name="plan">The fields.</param>
    /// <returns>The sum of their weights.</returns>
    public double WeightOf(ObjectPlan plan) => (_weights ??= Weights()).GetValueOrDefault(plan);

    /// <summary>Why it is too much.</summary>
    /// <param name="options">What is allowed.</param>
    /// <returns>The error, which names the dearest coordinates; null when it is not too much.</returns>
    public GraphQLError? TooHigh(EngineOptions options)
    {
        if (Total.Fields > options.MaxFieldCost)
        {
            return Refusal("field", Total.Fields, options.MaxFieldCost.Value, part => part.Weight);
        }

        return Total.Types > options.MaxTypeCost
            ? Refusal("type", Total.Types, options.MaxTypeCost.Value, part => part.Below is null ? 0 : part.Times)
            : null;
    }

    private GraphQLError Refusal(string kind, double cost, double most, Func<CostPart, double> share) =>
        new($"The maximum allowed {kind} cost was exceeded.")
        {
            Extensions = new OrderedDictionary<string, object?>
            {
                ["code"] = "HC0047",
                [$"{kind}Cost"] = cost,
                [$"max{char.ToUpperInvariant(kind[0])}{kind[1..]}Cost"] = most,
                ["dearest"] = Dearest(share).Select(d => new OrderedDictionary<string, object?> { ["coordinate"] = d.Key, ["cost"] = d.Value }).ToList(),
            },
        };

    // How often each object may come is known once all that stand above it are; the list is in that order.
    private IEnumerable<KeyValuePair<string, double>> Dearest(Func<CostPart, double> share)
    {
        var times = new Dictionary<CostNode, double> { [_nodes[0]] = 1 };
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var node in _nodes)
        {
            var often = times.GetValueOrDefault(node);
            foreach (var part in node.Parts)
            {
                shares[part.Field.Coordinate] = shares.GetValueOrDefault(part.Field.Coordinate) + (often * share(part));
                if (part.Below is { } below)
                {
                    times[below] = times.GetValueOrDefault(below) + (often * part.Times);
                }
            }
        }

        return shares.Where(s => s.Value > 0).OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(MostNamed);
    }

    private Dictionary<ObjectPlan, double> Weights()
    {
        var weights = new Dictionary<ObjectPlan, double>();
        foreach (var node in _nodes)
        {
            weights[node.Plan] = node.Parts.Sum(part => part.Weight);
        }

        return weights;
    }
}
