using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Execution.Diagnostics;
using Exams.GraphQL.Execution.Errors;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Execution.Requests;
using Exams.GraphQL.Execution.Resolution;
using Exams.GraphQL.Execution.Variables;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Execution.Subscriptions;

/// <summary>One subscription from start to end (specification, "Subscription"). Each event is answered as a request of its own:
/// fresh services, fresh authorization, its own time limit, and it is paid for: a client who listens too much hears more slowly.</summary>
/// <param name="parts">What all requests share.</param>
/// <param name="runner">Runs the plan for each event.</param>
/// <param name="request">The request.</param>
/// <param name="plan">What is asked at each event.</param>
/// <param name="variables">The request's variables.</param>
/// <param name="paid">What was reserved at the start, which pays for the first event; null when nobody counts.</param>
/// <param name="turns">In which order a client's events are paid for when it has to wait.</param>
/// <param name="cancellationToken">Ends when the client goes.</param>
internal sealed class Subscription(
    EngineParts parts,
    OperationRunner runner,
    OperationRequest request,
    OperationPlan plan,
    VariableValues variables,
    RequestCost? paid,
    ClientTurns turns,
    CancellationToken cancellationToken)
{
    private readonly RequestState _state = new(parts);
    private readonly CancellationTokenSource _ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private int _isCounted;
    private bool _hasAnswered;

    /// <summary>Opens the source of events (specification, "CreateSourceEventStream").</summary>
    /// <returns>The stream of responses, or one response that says why there is none.</returns>
    public async ValueTask<OperationResult> StartAsync()
    {
        var writer = new ResponseWriter(_state);
        _state.Begin(request, plan, variables, null, Timeout.InfiniteTimeSpan, _ended.Token);
        _state.Batches.Waits = false;
        var (source, refusal) = await OpenAsync(writer);
        if (source is null)
        {
            await EndAsync();
            return refusal!;
        }

        EngineDiagnostics.CountSubscription(1);
        Volatile.Write(ref _isCounted, 1);
        return new ResponseStream(ReadAsync(source), EndAsync);
    }

    private async ValueTask<(IAsyncEnumerable<object?>? Source, Response? Refusal)> OpenAsync(ResponseWriter writer)
    {
        if (plan.Root.Fault is { } fault)
        {
            return (null, Refuse([parts.Presenter.Present(fault)]));
        }

        if (plan.Root.Fields is not [var field, ..])
        {
            return (null, Refuse([new GraphQLError("The subscription selects no field.")]));
        }

        try
        {
            if (await _state.Gate.CheckAsync(field) is { } refusal)
            {
                throw refusal;
            }

            var arguments = _state.Arguments(field);
            if (arguments.Fault is not null)
            {
                throw arguments.Fault;
            }

            var context = new ResolverContext(writer);
            context.Begin(field, request.RootValue, arguments.Values);
            context.Suspend([new PathStep(field, 0)]);
            return field.Field.Subscribe is { } subscribe
                ? (await subscribe(context), null)
                : throw new GraphQLException("Subscription field must return Async Iterable. Received: undefined.");
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, Refuse([.. parts.Presenter.Present(failed, field.Locations, [field.ResponseKey])]));
        }
    }

    private async IAsyncEnumerable<Response> ReadAsync(
        IAsyncEnumerable<object?> source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken reader = default)
    {
        await using var registration = reader.UnsafeRegister(static ended => ((CancellationTokenSource)ended!).Cancel(), _ended);
        var events = source.GetAsyncEnumerator(_ended.Token);
        try
        {
            while (true)
            {
                var (more, refusal) = await NextAsync(events);
                if (refusal is not null)
                {
                    yield return refusal;
                }

                if (!more)
                {
                    yield break;
                }

                yield return await AnswerAsync(events.Current);
            }
        }
        finally
        {
            await events.DisposeAsync();
            await EndAsync();
        }
    }

    // A source that fails has nothing more to give: the client reads why, and the stream ends.
    private async ValueTask<(bool More, Response? Refusal)> NextAsync(IAsyncEnumerator<object?> events)
    {
        try
        {
            return (await events.MoveNextAsync(), null);
        }
        catch (Exception) when (_ended.IsCancellationRequested)
        {
            return (false, null);
        }
        catch (Exception failed)
        {
            var field = plan.Root.Fields[0];
            return (false, Refuse([.. parts.Presenter.Present(failed, field.Locations, [field.ResponseKey])]));
        }
    }

    private async ValueTask<Response> AnswerAsync(object? message)
    {
        var cost = await PayAsync();
        var response = await RunAsync(message, cost);
        EngineDiagnostics.Err(response.ErrorCount, RequestWatch.KindOf(plan.Operation.Operation));
        return response;
    }

    private async ValueTask<RequestCost?> PayAsync()
    {
        if (!_hasAnswered)
        {
            _hasAnswered = true;
            return paid;
        }

        if (paid?.Again() is not { } cost)
        {
            return null;
        }

        await cost.ReserveInTurnAsync(turns, parts.Time, _ended.Token);
        return cost;
    }

    private async ValueTask<Response> RunAsync(object? message, RequestCost? cost)
    {
        if (request.Services.GetService<IServiceScopeFactory>() is not { } factory)
        {
            return await runner.RunAsync(request, plan, variables, message, cost, _ended.Token);
        }

        await using var scope = factory.CreateAsyncScope();
        return await runner.RunAsync(request.With(scope.ServiceProvider), plan, variables, message, cost, _ended.Token);
    }

    private async ValueTask EndAsync()
    {
        if (Interlocked.Exchange(ref _isCounted, 0) == 1)
        {
            EngineDiagnostics.CountSubscription(-1);
        }

        if (!_ended.IsCancellationRequested)
        {
            await _ended.CancelAsync();
        }

        await _state.EndAsync();
    }

    private static Response Refuse(IReadOnlyList<IError> errors) => ErrorWriter.ToResponse(ResponseKind.RequestError, errors);
}
