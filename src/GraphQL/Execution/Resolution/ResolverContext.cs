using System.Security.Claims;
using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Execution.Resolution;

/// <summary>The engine's <see cref="IResolverContext"/>. Good until the response is finished, not longer.</summary>
/// <param name="writer">The writer that calls the resolver.</param>
internal sealed class ResolverContext(ResponseWriter writer) : IResolverContext, ISideBySide
{
    private FieldPlan? _plan;
    private InputFieldValue[] _arguments = [];
    private IServiceProvider? _services;
    private PathStep[]? _path;
    private int _generation;

    /// <inheritdoc/>
    public OutputField Field => Plan.Field;

    /// <inheritdoc/>
    public object? Source { get; private set; }

    /// <inheritdoc/>
    public object? EventMessage => State.EventMessage;

    /// <inheritdoc/>
    public IServiceProvider Services => _services ??= State.ServicesFor(Plan);

    /// <inheritdoc/>
    public ClaimsPrincipal User => State.Request.User;

    /// <inheritdoc/>
    public CancellationToken RequestAborted => State.Aborted;

    /// <inheritdoc/>
    public IReadOnlyList<object> Path => _path is { } path ? PathStep.ToPath(path) : writer.CurrentPath();

    /// <summary>What is asked of the field's value.</summary>
    public FieldPlan Asked => Plan;

    /// <inheritdoc/>
    public int? InitialItems => Plan.Stream?.InitialCount(State.Variables) is >= 0 and var count ? count : null;

    /// <summary>The request's variables, for what stands around the field.</summary>
    public VariableValues Variables => State.Variables;

    private FieldPlan Plan => _plan ?? throw Ended();

    private RequestState State => _plan is not null && _generation == writer.State.Generation ? writer.State : throw Ended();

    /// <inheritdoc/>
    public T Parent<T>() => (T)Source!;

    /// <inheritdoc/>
    public InputFieldValue Argument(int index) => _arguments[index];

    /// <inheritdoc/>
    public T ArgumentValue<T>(string name)
    {
        var argument = Field.Argument(name) ?? throw new ArgumentException($"{Plan.Coordinate} has no argument \"{name}\".", nameof(name));
        return _arguments[argument.Index] is { HasValue: true, Value: { } value } ? (T)value : default!;
    }

    /// <inheritdoc/>
    public T Service<T>() where T : notnull =>
        State.Loaders.TryGet(typeof(T), out var loader) ? (T)loader! : Services.GetRequiredService<T>();

    /// <inheritdoc/>
    public bool IsSelected(string fieldName) => Plan.Selects(fieldName);

    /// <inheritdoc/>
    public Task<object?> BesideAsync(Func<Task<object?>> work) => Branch.Current?.BesideAsync(work) ?? work();

    /// <inheritdoc/>
    public void ReportError(IError error)
    {
        _ = State;
        writer.Report(Plan, error, _path is { } path ? PathStep.ToPath(path) : writer.CurrentPath());
    }

    /// <inheritdoc/>
    public void Extend(string name, object? value) => State.Extend(name, value);

    /// <summary>Sets it up for a call.</summary>
    public void Begin(FieldPlan plan, object? source, InputFieldValue[] arguments)
    {
        (_plan, Source, _arguments, _services, _path, _generation) = (plan, source, arguments, null, null, writer.State.Generation);
    }

    /// <summary>The resolver may take its time, so it needs a position of its own.</summary>
    public void Suspend(PathStep[] path) => _path = path;

    /// <summary>Lets go of everything.</summary>
    public void Forget() => (_plan, Source, _arguments, _services) = (null, null, [], null);

    private static ObjectDisposedException Ended() => new(nameof(IResolverContext), "The response is finished; its contexts cannot be used any more.");
}
