using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>One operation compiled for one outcome of its conditions. Safe for many requests at once.</summary>
internal sealed class OperationPlan
{
    private readonly FragmentLookup _fragments;
    private readonly Conditions _conditions;
    private readonly VariableValues _variables;
    private readonly Dictionary<FieldNode[], SelectionPlan> _selections = new(NodesComparer.Instance);
    private readonly Lock _lock = new();
    private int _arguments;

    /// <summary>Compiles an operation.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="root">Its root type.</param>
    /// <param name="fragments">The document's fragments.</param>
    /// <param name="source">The document's text.</param>
    /// <param name="conditions">The document's conditions.</param>
    /// <param name="variables">Variables that decide over them.</param>
    public OperationPlan(
        Schema schema,
        OperationDefinitionNode operation,
        ObjectType root,
        FragmentLookup fragments,
        Source source,
        Conditions conditions,
        VariableValues variables)
    {
        (Schema, Source, Operation) = (schema, source, operation);
        (_fragments, _conditions, _variables) = (fragments, conditions, variables);
        Root = Compile(root, [operation.SelectionSet], isRoot: true);
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>The document's text.</summary>
    public Source Source { get; }

    /// <summary>The operation.</summary>
    public OperationDefinitionNode Operation { get; }

    /// <summary>What is asked of the root.</summary>
    public ObjectPlan Root { get; }

    /// <summary>What every request of it costs, once reckoned; null when that depends on variables.</summary>
    public OperationCost? ConstantCost { get; set; }

    /// <summary>How many fields have arguments that differ between requests; grows while types come along.</summary>
    public int ArgumentPlaces => Volatile.Read(ref _arguments);

    /// <summary>A further place in the request's table of arguments.</summary>
    public int NextArguments() => Interlocked.Increment(ref _arguments) - 1;

    /// <summary>The plan of sub-selections; fields with the same selections share it, which keeps fan-outs of fragments small.</summary>
    /// <param name="nodes">The merged fields.</param>
    /// <returns>The plan.</returns>
    public SelectionPlan Selection(FieldNode[] nodes)
    {
        lock (_lock)
        {
            if (!_selections.TryGetValue(nodes, out var plan))
            {
                _selections.Add(nodes, plan = new SelectionPlan(this, nodes));
            }

            return plan;
        }
    }

    /// <summary>Compiles selection sets for an object type.</summary>
    /// <param name="type">The object type.</param>
    /// <param name="sets">Selection sets, all of which apply.</param>
    /// <param name="isRoot">Whether they stand at the root of the operation.</param>
    /// <returns>The plan.</returns>
    public ObjectPlan Compile(ObjectType type, IEnumerable<SelectionSetNode> sets, bool isRoot = false)
    {
        GraphQLError? fault = null;
        var collected = FieldCollector.Collect(Schema, _fragments, type, sets, inclusion => inclusion.Holds(name =>
        {
            var holds = _conditions.Holds(name, _variables, Source, out var wrong);
            fault ??= wrong;
            return holds;
        }));
        var fields = new List<FieldPlan>(collected.Count);
        foreach (var nodes in collected.Values)
        {
            // Fields that the type does not have are left out, as graphql-js does with documents nobody validated.
            if (Schema.Field(type, nodes[0].Name.Value) is { } field)
            {
                fields.Add(new FieldPlan(this, type, field, [.. nodes], isRoot));
            }
        }

        return new ObjectPlan(type, [.. fields], fault);
    }

    private sealed class NodesComparer : IEqualityComparer<FieldNode[]>
    {
        public static NodesComparer Instance { get; } = new();

        public bool Equals(FieldNode[]? x, FieldNode[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(FieldNode[] nodes)
        {
            var hash = new HashCode();
            foreach (var node in nodes)
            {
                hash.Add(node);
            }

            return hash.ToHashCode();
        }
    }
}
