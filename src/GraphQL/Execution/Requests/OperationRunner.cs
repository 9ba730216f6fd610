using System.Collections.Concurrent;
using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Execution.Diagnostics;
using Exams.GraphQL.Execution.Errors;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Execution.Resolution;
using Exams.GraphQL.Execution.Variables;

namespace Exams.GraphQL.Execution.Requests;

/// <summary>Runs plans, each with a writer to itself; writers are used again.</summary>
/// <param name="parts">What all requests share.</param>
internal sealed class OperationRunner(EngineParts parts)
{
    private const int MostWriters = 64;
    private readonly ConcurrentQueue<ResponseWriter> _writers = new();

    /// <summary>Runs a plan; synchronous when nothing has to be awaited.</summary>
    /// <param name="request">The request.</param>
    /// <param name="plan">What is asked.</param>
    /// <param name="variables">The request's variables.</param>
    /// <param name="eventMessage">The event, in a subscription.</param>
    /// <param name="cost">Counts the cost; null for nothing.</param>
    /// <param name="cancellationToken">Ends when the client goes.</param>
    /// <returns>The response.</returns>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public ValueTask<Response> RunAsync(
        OperationRequest request,
        OperationPlan plan,
        VariableValues variables,
        object? eventMessage,
        RequestCost? cost,
        CancellationToken cancellationToken) => EngineDiagnostics.IsTraced
            ? TracedAsync(request, plan, variables, eventMessage, cost, cancellationToken)
            : UntracedAsync(request, plan, variables, eventMessage, cost, cancellationToken);

    private async ValueTask<Response> TracedAsync(
        OperationRequest request,
        OperationPlan plan,
        VariableValues variables,
        object? eventMessage,
        RequestCost? cost,
        CancellationToken cancellationToken)
    {
        using var span = EngineDiagnostics.Begin("graphql.execute");
        var response = await UntracedAsync(request, plan, variables, eventMessage, cost, cancellationToken);
        span?.SetTag("graphql.operation.type", RequestWatch.KindOf(plan.Operation.Operation)).SetTag("graphql.error.count", response.ErrorCount);
        return response;
    }

    private ValueTask<Response> UntracedAsync(
        OperationRequest request,
        OperationPlan plan,
        VariableValues variables,
        object? eventMessage,
        RequestCost? cost,
        CancellationToken cancellationToken)
    {
        if (!_writers.TryDequeue(out var writer))
        {
            writer = new ResponseWriter(new RequestState(parts));
        }

        writer.State.Begin(request, plan, variables, eventMessage, parts.Options.ExecutionTimeout, cancellationToken);
        writer.State.Cost = cost;
        ValueTask<Response> running;
        try
        {
            running = writer.RunAsync();
        }
        catch (Exception aborted)
        {
            running = ValueTask.FromException<Response>(aborted);
        }

        if (!running.IsCompletedSuccessfully)
        {
            return FinishAsync(writer, running);
        }

        var response = running.Result;
        var ended = End(writer);
        return ended.IsCompletedSuccessfully ? new ValueTask<Response>(response) : AfterAsync(ended, response);
    }

    /// <summary>Runs a plan that may leave parts of the response for later.</summary>
    /// <param name="request">The request.</param>
    /// <param name="plan">What is asked.</param>
    /// <param name="variables">The request's variables.</param>
    /// <param name="cost">What to report of the cost; null for nothing.</param>
    /// <param name="cancellationToken">Ends when the client goes.</param>
    /// <returns>The response: in one piece when nothing was left, otherwise in several.</returns>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async ValueTask<OperationResult> DeliverAsync(
        OperationRequest request, OperationPlan plan, VariableValues variables, RequestCost? cost, CancellationToken cancellationToken)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writer = new ResponseWriter(new RequestState(parts));
        writer.State.Begin(request, plan, variables, null, parts.Options.ExecutionTimeout, stop.Token);
        writer.State.Cost = cost;
        var (hasMore, hasEnded) = (false, false);
        try
        {
            Response first;
            using (var span = EngineDiagnostics.Begin("graphql.execute"))
            {
                first = await writer.RunAsync();
                span?.SetTag("graphql.operation.type", RequestWatch.KindOf(plan.Operation.Operation)).SetTag("graphql.error.count", first.ErrorCount);
            }

            if (writer.Delivery is not { } delivery)
            {
                return first;
            }

            hasMore = true;
            return new ResponseStream(delivery.ReadAsync(first, EndAsync, stop, cancellationToken), EndAsync) { IsIncremental = true };
        }
        catch (TimeoutException)
        {
            return TimeIsUp();
        }
        finally
        {
            if (!hasMore)
            {
                await EndAsync();
            }
        }

        async ValueTask EndAsync()
        {
            if (!Interlocked.Exchange(ref hasEnded, true))
            {
                await stop.CancelAsync();
                writer.Delivery?.Dispose();
                await writer.State.EndAsync();
            }
        }
    }

    private async ValueTask<Response> FinishAsync(ResponseWriter writer, ValueTask<Response> running)
    {
        try
        {
            return await running;
        }
        catch (TimeoutException)
        {
            return TimeIsUp();
        }
        finally
        {
            await End(writer);
        }
    }

    private Response TimeIsUp() => ErrorWriter.ToResponse(ResponseKind.Executed, parts.Presenter.Present(
        new GraphQLError($"The request exceeded the configured timeout of `{parts.Options.ExecutionTimeout}`.").WithCode("HC0045")));

    private static async ValueTask<Response> AfterAsync(ValueTask ended, Response response)
    {
        await ended;
        return response;
    }

    // Resolvers that outlive an aborted request still hold its writer, so nobody else may have it.
    private ValueTask End(ResponseWriter writer)
    {
        var ended = writer.State.EndAsync();
        if (writer.Reset() && _writers.Count < MostWriters)
        {
            _writers.Enqueue(writer);
        }

        return ended;
    }
}
