using Exams.GraphQL.Execution.Errors;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Execution.Resolution;
using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Execution.Costs;

/// <summary>Decides before an operation runs whether it costs too much, and whether its client has enough left.</summary>
/// <param name="parts">What all requests share.</param>
internal sealed class Pricing(EngineParts parts)
{
    private readonly bool _isNeeded = parts.Budget is not null || parts.Options.MaxFieldCost is not null || parts.Options.MaxTypeCost is not null;

    /// <summary>Prices a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="plan">What is asked.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="cost">Counts the cost while it runs; null when nobody wants to know.</param>
    /// <returns>The answer when nothing is to run; null when it may.</returns>
    public Response? Price(OperationRequest request, OperationPlan plan, VariableValues variables, out RequestCost? cost)
    {
        cost = null;
        if (!_isNeeded && request.Cost == CostMode.Silent)
        {
            return null;
        }

        var operation = OperationCost.Of(plan, variables, request.Variables, parts.Options.AssumeLargestPages);
        if (parts.Budget is not null || request.Cost != CostMode.Silent)
        {
            var client = parts.Budget is null ? default : CostClient.Of(request.User, request.Address);
            cost = new RequestCost(operation, parts.Options, parts.Budget, client, request.Cost == CostMode.Silent ? null : Told().Total);
        }

        if (operation.TooHigh(parts.Options) is { } tooHigh)
        {
            return Answer(ResponseKind.RequestError, cost, tooHigh);
        }

        if (request.Cost == CostMode.Validate)
        {
            return Answer(ResponseKind.Executed, cost, null);
        }

        return cost?.Reserve() is { } wait ? Answer(ResponseKind.Throttled, cost, cost.Throttled(wait), wait) : null;

        // The package tells a filter in a variable at its worst. Limits and budgets go by what it holds, whatever is told.
        OperationCost Told() => parts.Options.CostReport == CostReport.Package
            ? OperationCost.Of(plan, variables, request.Variables, parts.Options.AssumeLargestPages, assumeWorstInput: true)
            : operation;
    }

    private Response Answer(ResponseKind kind, RequestCost? cost, GraphQLError? error, TimeSpan? wait = null)
    {
        var json = new JsonBuffer();
        json.WriteRaw((byte)'{');
        if (error is not null)
        {
            ErrorWriter.WriteMember([parts.Presenter.Present(error)], json);
        }

        if (cost is { IsReported: true })
        {
            json.WriteRaw(error is null ? "\"extensions\":{"u8 : ",\"extensions\":{"u8);
            cost.Write(json);
            json.WriteRaw((byte)'}');
        }

        json.WriteRaw((byte)'}');
        return new Response(kind, json) { HasErrors = error is not null, ErrorCount = error is null ? 0 : 1, RetryAfter = wait };
    }
}
