using System.Collections.Concurrent;
using Exams.GraphQL.Execution.Diagnostics;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Requests;

/// <summary>An operation with its plans, one for each outcome of its conditions.</summary>
/// <param name="schema">The schema.</param>
/// <param name="document">The document that it stands in.</param>
/// <param name="node">The operation.</param>
/// <param name="fragments">The document's fragments.</param>
/// <param name="conditions">The document's conditions.</param>
internal sealed class PreparedOperation(
    Schema schema, PreparedDocument document, OperationDefinitionNode node, FragmentLookup fragments, Conditions conditions)
{
    // Beyond this many outcomes, plans are made for one request and forgotten.
    private const int MostPlans = 32;
    private const int SizePerByte = 12;
    private readonly ConcurrentDictionary<ulong, OperationPlan> _plans = new();
    private readonly ConcurrentDictionary<ulong, OperationPlan> _plansInParts = new();
    private OperationPlan? _unconditional;

    /// <summary>The document that it stands in.</summary>
    public PreparedDocument Document { get; } = document;

    /// <summary>The operation.</summary>
    public OperationDefinitionNode Node { get; } = node;

    /// <summary>The root type; null when the schema does not have this kind of operation.</summary>
    public ObjectType? Root { get; } = schema.RootType(node.Operation);

    /// <summary>Its variables.</summary>
    public VariablePlan[] Variables { get; } = VariablePlan.Of(schema, node);

    /// <summary>Whether it may ask for parts of its response later.</summary>
    public bool HasParts => conditions.HasParts;

    /// <summary>The answer to every request, when it can only be one: introspection without variables.</summary>
    public Response? Answer { get; set; }

    /// <summary>Whether every request gets the same answer: introspection without variables.</summary>
    /// <param name="plan">A plan of it.</param>
    /// <returns>Whether its answer may be kept.</returns>
    public bool IsConstant(OperationPlan plan) => plan.AsksForSchemaOnly && Variables.Length == 0 && Node.Operation == OperationType.Query;

    /// <summary>The plan for a request.</summary>
    /// <param name="variables">The request's variables.</param>
    /// <param name="cache">Is told when one more plan is kept.</param>
    /// <param name="inParts">Whether <c>@defer</c> and <c>@stream</c> count.</param>
    /// <returns>The plan.</returns>
    public OperationPlan Plan(VariableValues variables, DocumentCache cache, bool inParts = false)
    {
        if (inParts)
        {
            return PlanInParts(variables, cache);
        }

        // The document's size as it was reckoned at first holds one plan.
        if (Variables.Length == 0)
        {
            return _unconditional ??= Compile(variables);
        }

        if (conditions.Key(variables) is not { } key)
        {
            return Compile(variables);
        }

        if (_plans.TryGetValue(key, out var plan))
        {
            return plan;
        }

        plan = Compile(variables);
        if (_plans.Count >= MostPlans || !_plans.TryAdd(key, plan))
        {
            return plan;
        }

        if (_plans.Count > 1)
        {
            cache.Grow(Document, (long)Document.Text.Length * SizePerByte);
        }

        return plan;
    }

    private OperationPlan PlanInParts(VariableValues variables, DocumentCache cache)
    {
        if (conditions.Key(variables) is not { } key)
        {
            return Compile(variables, inParts: true);
        }

        if (_plansInParts.TryGetValue(key, out var plan))
        {
            return plan;
        }

        plan = Compile(variables, inParts: true);
        if (_plansInParts.Count < MostPlans && _plansInParts.TryAdd(key, plan))
        {
            // A fragment is planned anew for each directive that puts it off.
            cache.Grow(Document, (long)Document.Text.Length * SizePerByte * (1 + conditions.Parts));
        }

        return plan;
    }

    private OperationPlan Compile(VariableValues variables, bool inParts = false)
    {
        using var span = EngineDiagnostics.Begin("graphql.compile");
        return new OperationPlan(schema, Node, Root!, fragments, Document.Tree!.Source, conditions, variables, inParts);
    }
}
