using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>One operation compiled for one outcome of its conditions. Safe for many requests at once.</summary>
internal sealed class OperationPlan
{
    private const int MostExpectedBytes = 65_536;
    private readonly FragmentLookup _fragments;
    private readonly Conditions _conditions;
    private readonly VariableValues _variables;
    private readonly Dictionary<MergedField, SelectionPlan> _selections = [];
    private readonly Lock _lock = new();
    private int _arguments;
    private int _usages;
    private int _expectedBytes = 1_024;

    /// <summary>Compiles an operation.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="root">Its root type.</param>
    /// <param name="fragments">The document's fragments.</param>
    /// <param name="source">The document's text.</param>
    /// <param name="conditions">The document's conditions.</param>
    /// <param name="variables">Variables that decide over them.</param>
    /// <param name="inParts">Whether <c>@defer</c> and <c>@stream</c> count; otherwise everything is written in place.</param>
    public OperationPlan(
        Schema schema,
        OperationDefinitionNode operation,
        ObjectType root,
        FragmentLookup fragments,
        Source source,
        Conditions conditions,
        VariableValues variables,
        bool inParts = false)
    {
        (Schema, Source, Operation) = (schema, source, operation);
        (_fragments, _conditions, _variables) = (fragments, conditions, variables);

        // The root fields of a mutation run in turn; there nothing can be put off.
        Root = inParts && operation.Operation != OperationType.Mutation
            ? InParts(root, [(operation.SelectionSet, null)], [], () => Whole(root, [operation.SelectionSet], isRoot: true), isRoot: true)
            : Whole(root, [operation.SelectionSet], isRoot: true, inParts);
        AsksForSchemaOnly = Root.Fault is null && Array.TrueForAll(Root.Fields, f => f.Field.Name.StartsWith("__", StringComparison.Ordinal));
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>The document's text.</summary>
    public Source Source { get; }

    /// <summary>The operation.</summary>
    public OperationDefinitionNode Operation { get; }

    /// <summary>What is asked of the root.</summary>
    public ObjectPlan Root { get; }

    /// <summary>Whether nothing but introspection is asked for.</summary>
    public bool AsksForSchemaOnly { get; }

    /// <summary>What every request of it costs, once reckoned; null when that depends on variables.</summary>
    public OperationCost? ConstantCost { get; set; }

    /// <summary>How many bytes to begin a response with: as many as the last one had, so that its buffer need not grow. Within bounds, because
    /// one long answer says little about the next.</summary>
    public int ExpectedBytes
    {
        get => Volatile.Read(ref _expectedBytes);
        set => Volatile.Write(ref _expectedBytes, Math.Min(value, MostExpectedBytes));
    }

    /// <summary>How many fields have arguments that differ between requests; grows while types come along.</summary>
    public int ArgumentPlaces => Volatile.Read(ref _arguments);

    /// <summary>A further place in the request's table of arguments.</summary>
    public int NextArguments() => Interlocked.Increment(ref _arguments) - 1;

    /// <summary>The plan of sub-selections; fields with the same selections share it, which keeps fan-outs of fragments small.</summary>
    /// <param name="merged">The merged fields.</param>
    /// <returns>The plan.</returns>
    public SelectionPlan Selection(MergedField merged)
    {
        lock (_lock)
        {
            if (!_selections.TryGetValue(merged, out var plan))
            {
                _selections.Add(merged, plan = new SelectionPlan(this, merged));
            }

            return plan;
        }
    }

    /// <summary>Compiles sub-selections for an object type.</summary>
    /// <param name="type">The object type.</param>
    /// <param name="merged">The merged fields whose sub-selections apply.</param>
    /// <param name="selection">The plan it is for.</param>
    /// <returns>The plan.</returns>
    public ObjectPlan Compile(ObjectType type, MergedField merged, SelectionPlan selection)
    {
        if (merged.IsWhole)
        {
            return Whole(type, merged.Nodes.Select(n => n.SelectionSet).OfType<SelectionSetNode>());
        }

        var sets = merged.Nodes.Select((n, i) => (Set: n.SelectionSet!, Usage: merged.Usage(i))).Where(s => s.Set is not null);
        return InParts(type, sets, merged.Within, () => selection.Whole.For(type));
    }

    /// <summary>The <c>@stream</c> of merged fields; that of the first counts, since the others may have none.</summary>
    /// <param name="merged">The merged fields.</param>
    /// <returns>The directive; null where it is not in force.</returns>
    public DirectiveNode? StreamOf(MergedField merged)
    {
        var directive = merged.IsWhole || !Schema.CanStream ? null : merged.Nodes[0].Directives.FirstOrDefault(d => d.Name.Value == "stream");
        return directive is null || (BooleanSource.Of(directive) is { } condition && !Holds(condition, absent: true, out _)) ? null : directive;
    }

    private ObjectPlan Whole(ObjectType type, IEnumerable<SelectionSetNode> sets, bool isRoot = false, bool inParts = false)
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
                var merged = MergedField.Of([.. nodes]);
                fields.Add(new FieldPlan(this, type, field, inParts ? merged.Apart : merged, isRoot));
            }
        }

        return new ObjectPlan(type, [.. fields], fault);
    }

    private ObjectPlan InParts(
        ObjectType type,
        IEnumerable<(SelectionSetNode Set, DeferUsage? Usage)> sets,
        DeferUsage[] within,
        Func<ObjectPlan> whole,
        bool isRoot = false)
    {
        GraphQLError? fault = null;
        var collector = new PartsCollector(
            Schema,
            _fragments,
            type,
            (condition, absent) =>
            {
                var holds = Holds(condition, absent, out var wrong);
                fault ??= wrong;
                return holds;
            },
            () => Interlocked.Increment(ref _usages));
        foreach (var (set, usage) in sets)
        {
            collector.Add(set, usage);
        }

        return new PartsPlanner(this, type, within, isRoot).Plan(collector, fault, whole);
    }

    private bool Holds(BooleanSource condition, bool? absent, out GraphQLError? fault)
    {
        fault = null;
        return condition.Variable is not { } name ? condition.Value
            : absent is { } given && !_variables[name].HasValue ? given
            : _conditions.Holds(name, _variables, Source, out fault);
    }
}
