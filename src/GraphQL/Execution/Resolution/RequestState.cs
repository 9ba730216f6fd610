using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Execution.Errors;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Language;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Execution.Resolution;

/// <summary>What belongs to one request while it runs. Serves one request after another; what only some requests need
/// is made when it is first asked for.</summary>
/// <param name="engine">What all requests share.</param>
internal sealed class RequestState(EngineParts engine)
{
    private readonly Lock _lock = new();
    private CoercedArguments?[] _arguments = [];
    private List<AsyncServiceScope>? _scopes;
    // Who does not listen is not waited for; whoever does, ends at once.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);
    private Abort? _abort;
    private FieldGate? _gate;
    private Arrivals? _arrivals;
    private RequestBatches? _batches;
    private LoaderSet? _loaders;
    private Func<IServiceProvider>? _openScope;
    private CancellationToken _caller;
    private TimeSpan _timeout;
    private int _fieldErrors;

    /// <summary>Counts the requests it has served, so that a context that outlived its own is noticed.</summary>
    public int Generation { get; private set; }

    /// <summary>The request.</summary>
    public OperationRequest Request { get; private set; } = null!;

    /// <summary>What is asked.</summary>
    public OperationPlan Plan { get; private set; } = null!;

    /// <summary>The request's variables.</summary>
    public VariableValues Variables { get; private set; } = VariableValues.None;

    /// <summary>The parent of root fields.</summary>
    public object? RootValue { get; private set; }

    /// <summary>The event that is being answered, in a subscription.</summary>
    public object? EventMessage { get; private set; }

    /// <summary>What the request costs while it runs; null when nobody wants to know.</summary>
    public RequestCost? Cost { get; set; }

    /// <summary>What resolvers add to the response's extensions; null for nothing.</summary>
    public OrderedDictionary<string, object?>? Extensions { get; private set; }

    /// <summary>How much is to come later: deferred fragments, their fields, streamed lists.</summary>
    public int OpenParts { get; set; }

    /// <summary>What a stranger may do.</summary>
    public EngineOptions Options => engine.Options;

    /// <summary>Words for what went wrong.</summary>
    public ErrorPresenter Presenter => engine.Presenter;

    /// <summary>The clock.</summary>
    public TimeProvider Time => engine.Time;

    /// <summary>Values that have come.</summary>
    public Arrivals Arrivals => _arrivals ??= new Arrivals();

    /// <summary>Batches of data loaders.</summary>
    public RequestBatches Batches => _batches ??= new RequestBatches(Arrivals, () => Aborted);

    /// <summary>What the caller may see.</summary>
    public FieldGate Gate => _gate ??= new FieldGate(engine.Authorizer, this);

    /// <summary>Ends when the client goes away or the time is up.</summary>
    public CancellationToken Aborted => Abort.Token;

    // Asked for by every resolver that takes a token, so without a lock once it is there.
    private Abort Abort => Volatile.Read(ref _abort) ?? MakeAbort();

    private Abort MakeAbort()
    {
        lock (_lock)
        {
            return _abort ??= new Abort(_timeout, engine.Time, _caller);
        }
    }

    /// <summary>Takes on a request.</summary>
    public void Begin(
        OperationRequest request, OperationPlan plan, VariableValues variables, object? eventMessage, TimeSpan timeout, CancellationToken caller)
    {
        (Request, Plan, Variables, EventMessage, _timeout, _caller) = (request, plan, variables, eventMessage, timeout, caller);
        RootValue = eventMessage ?? request.RootValue;
        (OpenParts, _fieldErrors) = (0, 0);
        Generation++;
    }

    /// <summary>Counts an error of a field. From any thread.</summary>
    /// <returns>Whether it is one of those that are written.</returns>
    public bool TryCountError() => Interlocked.Increment(ref _fieldErrors) <= (Options.MaxFieldErrors ?? int.MaxValue);

    /// <summary>Whether more may be left for later.</summary>
    /// <param name="count">How much.</param>
    /// <returns>True when it may; it is counted then.</returns>
    public bool TryOpenParts(int count)
    {
        if (OpenParts + count > Options.MaxPendingParts)
        {
            return false;
        }

        OpenParts += count;
        return true;
    }

    /// <summary>The arguments of a field.</summary>
    public CoercedArguments Arguments(FieldPlan field)
    {
        var place = field.Arguments.Place;
        if (place < 0)
        {
            return field.Arguments.For(Variables);
        }

        if (place >= _arguments.Length)
        {
            Array.Resize(ref _arguments, Math.Max(Plan.ArgumentPlaces, place + 1));
        }

        return _arguments[place] ??= field.Arguments.For(Variables);
    }

    /// <summary>Services for a resolver: those of the request for the root fields of a mutation, else a scope of its own,
    /// because a unit of work does not bear two users at once.</summary>
    public IServiceProvider ServicesFor(FieldPlan field)
    {
        var ofRequest = field.IsRoot && Plan.Operation.Operation == OperationType.Mutation;
        return new ResolverServices(ofRequest ? RequestServices(Request.Services) : Scopes, Loaders);
    }

    private static Func<IServiceProvider> RequestServices(IServiceProvider services) => () => services;

    /// <summary>The request's data loaders.</summary>
    public LoaderSet Loaders => Volatile.Read(ref _loaders) ?? MakeLoaders();

    private LoaderSet MakeLoaders()
    {
        lock (_lock)
        {
            return _loaders ??= new LoaderSet(Scopes, Batches);
        }
    }

    // One object for all resolvers of a request; whoever keeps it longer gets no scope of the next one's.
    private Func<IServiceProvider> Scopes => _openScope ??= ScopesOf(Generation);

    private Func<IServiceProvider> ScopesOf(int generation) => () => generation == Generation
        ? OpenScope()
        : throw new ObjectDisposedException(nameof(IServiceProvider), "The response is finished.");

    private IServiceProvider OpenScope()
    {
        if (Request.Services.GetService<IServiceScopeFactory>() is not { } factory)
        {
            return Request.Services;
        }

        var scope = factory.CreateAsyncScope();
        lock (_lock)
        {
            (_scopes ??= []).Add(scope);
        }

        return scope.ServiceProvider;
    }

    /// <summary>What data loaders know may be wrong after a write; the next one makes its own.</summary>
    public void ForgetLoaded() => _loaders = null;

    /// <summary>From now on the request waits, and must be woken when it is to end early.</summary>
    public void BecomeAsynchronous() => Abort.Notify(Arrivals);

    /// <summary>Ends the request when nobody waits for it any more, or when its time is up.</summary>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    /// <exception cref="TimeoutException">The time is up.</exception>
    public void ThrowIfAborted()
    {
        _caller.ThrowIfCancellationRequested();
        if (_abort is { Token.IsCancellationRequested: true })
        {
            throw new TimeoutException();
        }
    }

    /// <summary>Adds to the response's extensions. Resolvers may run side by side.</summary>
    /// <param name="name">The member.</param>
    /// <param name="value">Its value.</param>
    public void Extend(string name, object? value)
    {
        lock (_lock)
        {
            (Extensions ??= new OrderedDictionary<string, object?>(StringComparer.Ordinal))[name] = value;
        }
    }

    /// <summary>Lets go of the request; resolvers' scopes end here. Where the request ended early, resolvers may still be at work: then their scopes end
    /// after them, and the request waits a little for those that heed its end.</summary>
    /// <remarks>A database connection that is closed under somebody who reads from it would go to the next request with the rest of his answer in it.</remarks>
    public ValueTask EndAsync()
    {
        Cost?.Settle();
        var left = _caller.IsCancellationRequested || _abort is { Token.IsCancellationRequested: true } ? _batches : null;
        if (left is not null)
        {
            _abort?.Cancel();
        }

        _abort?.Dispose();
        (_abort, _gate, Request, Plan, Cost, EventMessage, RootValue) = (null, null, null!, null!, null, null, null);
        Variables = VariableValues.None;
        (_loaders, _batches, _arrivals, _openScope, Extensions) = (null, null, null, null, null);
        Array.Clear(_arguments);
        Generation++;
        var scopes = _scopes;
        _scopes = null;
        return left is { IsMoving: true } ? EndAsync(left, scopes ?? []) : scopes is null ? default : EndAsync(scopes);
    }

    private static async ValueTask EndAsync(RequestBatches left, List<AsyncServiceScope> scopes)
    {
        var ending = EndAfterAsync(left.StillAsync(), scopes);
        await Task.WhenAny(ending, Task.Delay(Patience));
    }

    private static async Task EndAfterAsync(Task still, List<AsyncServiceScope> scopes)
    {
        await still;
        await EndAsync(scopes);
    }

    private static async ValueTask EndAsync(List<AsyncServiceScope> scopes)
    {
        foreach (var scope in scopes)
        {
            await scope.DisposeAsync();
        }
    }
}
