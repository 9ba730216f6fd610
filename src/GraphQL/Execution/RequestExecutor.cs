using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Execution.Diagnostics;
using Exams.GraphQL.Execution.Errors;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Execution.Requests;
using Exams.GraphQL.Execution.Resolution;
using Exams.GraphQL.Execution.Subscriptions;
using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Exams.GraphQL.Execution;

/// <summary>The engine's <see cref="IRequestExecutor"/>: a document is parsed, validated and compiled once, then found again
/// by its bytes.</summary>
public sealed class RequestExecutor : IRequestExecutor
{
    private readonly ValidateDocument _validate;
    private readonly EngineParts _parts;
    private readonly ParserLimits _limits;
    private readonly OperationRunner _runner;
    private readonly Pricing _pricing;
    private readonly ClientTurns _writers = new();
    private readonly ClientTurns _listeners = new();

    /// <summary>An executor for one schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="validate">Says what is wrong with a document.</param>
    /// <param name="options">What a stranger may do.</param>
    /// <param name="filters">Look at every error before it is written, in this order.</param>
    /// <param name="authorizer">Decides over fields; by default roles and the application's policies.</param>
    /// <param name="time">The clock for timeouts; by default the system's.</param>
    /// <param name="log">Gets what clients may not read.</param>
    /// <param name="budget">What clients may spend; by default nobody counts.</param>
    public RequestExecutor(
        Schema schema,
        ValidateDocument validate,
        EngineOptions options,
        IEnumerable<IErrorFilter>? filters = null,
        IFieldAuthorizer? authorizer = null,
        TimeProvider? time = null,
        ILogger<RequestExecutor>? log = null,
        ICostBudget? budget = null)
    {
        (Schema, Options, _validate) = (schema, options, validate);
        var presenter = new ErrorPresenter(options, [.. filters ?? []], log ?? NullLogger<RequestExecutor>.Instance);
        _parts = new EngineParts(options, presenter, authorizer ?? new FieldAuthorizer(), time ?? TimeProvider.System, budget);
        _runner = new OperationRunner(_parts);
        _pricing = new Pricing(_parts);
        _limits = new ParserLimits
        {
            MaxDocumentBytes = options.MaxDocumentBytes,
            MaxTokens = options.MaxTokens,
            MaxDepth = options.MaxDepth,
            MaxQuotedText = options.MaxQuotedText,
        };
        Cache = new DocumentCache(options.MaxCachedDocuments, options.MaxCacheBytes);
    }

    /// <inheritdoc/>
    public Schema Schema { get; }

    /// <summary>What a stranger may do.</summary>
    public EngineOptions Options { get; }

    /// <summary>How many documents are kept ready; never more than <see cref="EngineOptions.MaxCachedDocuments"/>.</summary>
    public int KeptDocuments => Cache.Count;

    /// <summary>The room they take, in bytes, by the estimate that <see cref="EngineOptions.MaxCacheBytes"/> bounds.</summary>
    public long KeptBytes => Cache.Bytes;

    /// <summary>Documents kept ready.</summary>
    internal DocumentCache Cache { get; }

    /// <inheritdoc/>
    public ValueTask<OperationResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return EngineDiagnostics.IsWatched
            ? WatchAsync(request, cancellationToken)
            : ExecuteAsync(request, Find(request.Document.Span), cancellationToken);
    }

    private async ValueTask<OperationResult> WatchAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        using var watch = new RequestWatch(_parts.Time);
        try
        {
            var document = Find(request.Document.Span);
            var result = await ExecuteAsync(request, document, cancellationToken);
            watch.Note(document, document.Tree is null ? null : document.Operation(Schema, request.OperationName, out _)?.Node, result);
            return result;
        }
        catch (Exception failed)
        {
            watch.Fail(failed);
            throw;
        }
    }

    private ValueTask<OperationResult> ExecuteAsync(OperationRequest request, PreparedDocument document, CancellationToken cancellationToken)
    {
        if ((document.SyntaxError(request.CodeSyntaxErrors) ?? document.Refusal(Schema, _validate, Trust(request))) is { } refusal)
        {
            return new ValueTask<OperationResult>(refusal);
        }

        if (document.Operation(Schema, request.OperationName, out var error) is not { } operation)
        {
            return Refuse(ResponseKind.RequestError, new GraphQLError(Cut(error!)));
        }

        return ExecuteAsync(request, operation, cancellationToken);
    }

    /// <summary>Says what is wrong with a document, without running it: for documents that are known before they are asked for.</summary>
    /// <param name="document">The document in UTF-8.</param>
    /// <returns>The errors; empty for one that will run.</returns>
    public IReadOnlyList<GraphQLError> Check(ReadOnlyMemory<byte> document) =>
        Parser.TryParse(new Source(document), _limits, out var tree, out var error)
            ? _validate(Schema, tree, DocumentTrust.Introspection | DocumentTrust.Suggestions)
            : [GraphQLError.Of(error)];

    private PreparedDocument Find(ReadOnlySpan<byte> text)
    {
        var isReady = Cache.TryFind(text, out var document);
        EngineDiagnostics.CountDocument(isReady);
        if (isReady)
        {
            return document!;
        }

        using var span = EngineDiagnostics.Begin("graphql.parse");
        document = new PreparedDocument(text.ToArray(), _limits);
        Cache.Add(document);
        return document;
    }

    private ValueTask<OperationResult> ExecuteAsync(OperationRequest request, PreparedOperation operation, CancellationToken cancellationToken)
    {
        var kind = operation.Node.Operation;
        if ((request.Allowed & Flag(kind)) == 0)
        {
            return Refuse(ResponseKind.OperationNotAllowed, new GraphQLError("The specified operation kind is not allowed."));
        }

        if (operation.Answer is { } answer && request.Cost == CostMode.Silent)
        {
            return new ValueTask<OperationResult>(answer);
        }

        var source = operation.Document.Tree!.Source;
        if (operation.Root is null)
        {
            var name = kind switch { OperationType.Query => "query", OperationType.Mutation => "mutation", _ => "subscription" };
            return Refuse(ResponseKind.Executed, GraphQLError.At($"Schema is not configured to execute {name} operation.", source, operation.Node));
        }

        var variables = VariableValues.None;
        if (operation.Variables.Length > 0)
        {
            var coercion = new VariableCoercion(source, Options.MaxVariableErrors, Options.MaxQuotedText, request.AllowSuggestions);
            if (coercion.TryCoerce(operation.Variables, request.Variables, out variables) is { Count: > 0 } errors)
            {
                return Refuse(ResponseKind.RequestError, [.. errors.Select(_parts.Presenter.Present)]);
            }
        }

        return Run(request, operation, variables, cancellationToken);
    }

    private ValueTask<OperationResult> Run(
        OperationRequest request, PreparedOperation operation, VariableValues variables, CancellationToken cancellationToken)
    {
        var inParts = request.AllowIncremental && operation.HasParts && operation.Node.Operation != OperationType.Subscription;
        var plan = operation.Plan(variables, Cache, inParts);
        if (_pricing.Price(request, plan, variables, out var cost) is { } answer)
        {
            return new ValueTask<OperationResult>(answer);
        }

        if (operation.Node.Operation == OperationType.Subscription)
        {
            return new Subscription(_parts, _runner, request, plan, variables, cost, _listeners, cancellationToken).StartAsync();
        }

        if (Options.ClientsTakeTurns && operation.Node.Operation == OperationType.Mutation && CostClient.Of(request.User, request.Address) is { IsShared: false } client)
        {
            return InTurnAsync(client, () => RunAsync(request, plan, variables, cost, inParts, cancellationToken), cost, cancellationToken);
        }

        if (inParts)
        {
            return _runner.DeliverAsync(request, plan, variables, cost, cancellationToken);
        }

        var running = _runner.RunAsync(request, plan, variables, null, cost, cancellationToken);
        if (!running.IsCompletedSuccessfully)
        {
            return AwaitAsync(running);
        }

        var response = running.Result;
        return new ValueTask<OperationResult>(cost is not { IsReported: true } && !response.HasErrors && operation.IsConstant(plan) ? Keep(operation, response) : response);
    }

    private ValueTask<OperationResult> RunAsync(
        OperationRequest request, OperationPlan plan, VariableValues variables, RequestCost? cost, bool inParts, CancellationToken cancellationToken) => inParts
            ? _runner.DeliverAsync(request, plan, variables, cost, cancellationToken)
            : AwaitAsync(_runner.RunAsync(request, plan, variables, null, cost, cancellationToken));

    private async ValueTask<OperationResult> InTurnAsync(
        CostClient client, Func<ValueTask<OperationResult>> run, RequestCost? cost, CancellationToken cancellationToken)
    {
        using var turn = await _writers.TakeAsync(client, Options.ExecutionTimeout, cancellationToken);
        if (turn is not null)
        {
            return await run();
        }

        cost?.Settle();
        return ErrorWriter.ToResponse(ResponseKind.Throttled, ClientTurns.RetryAfter, [_parts.Presenter.Present(ClientTurns.TooMany)]);
    }

    private static async ValueTask<OperationResult> AwaitAsync(ValueTask<Response> running) => await running;

    private Response Keep(PreparedOperation operation, Response response)
    {
        using (response)
        {
            var bytes = response.Body.ToArray();
            Cache.Grow(operation.Document, bytes.Length);
            return operation.Answer = new Response(response.Kind, bytes);
        }
    }

    private string Cut(string text) =>
        Options.MaxQuotedText is { } most && text.Length > most + 32 ? string.Concat(text.AsSpan(0, most + 32), "…") : text;

    private static ValueTask<OperationResult> Refuse(ResponseKind kind, params IReadOnlyList<IError> errors) =>
        new(ErrorWriter.ToResponse(kind, errors));

    private static DocumentTrust Trust(OperationRequest request) =>
        (request.AllowIntrospection ? DocumentTrust.Introspection : DocumentTrust.None)
        | (request.AllowSuggestions ? DocumentTrust.Suggestions : DocumentTrust.None);

    private static AllowedOperations Flag(OperationType operation) => operation switch
    {
        OperationType.Query => AllowedOperations.Query,
        OperationType.Mutation => AllowedOperations.Mutation,
        _ => AllowedOperations.Subscription,
    };
}
