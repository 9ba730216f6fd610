using Exams.GraphQL.Execution.Plans;

namespace Exams.GraphQL.Execution.Completion;

/// <content>What went wrong (specification, "Handling Execution Errors").</content>
internal sealed partial class ResponseWriter
{
    private readonly Lock _errorLock = new();
    private List<IError>? _errors;
    private int _failures;

    /// <summary>Records an error at the current position.</summary>
    public void Fail(FieldPlan field, string message, string? code = null) => Add(State.Presenter.Present(
        new GraphQLError(message) { Locations = field.Locations, Path = CurrentPath(), StandardCode = code }));

    /// <summary>Records what was thrown at the current position.</summary>
    public void Fail(FieldPlan field, Exception thrown)
    {
        // What was given up because nobody waits for it any more is no failure of the service: nothing is logged, and the response goes nowhere.
        if (thrown is OperationCanceledException && State.Aborted.IsCancellationRequested)
        {
            Add(new GraphQLError("The request was ended."));
            return;
        }

        foreach (var error in State.Presenter.Present(thrown, field.Locations, CurrentPath()))
        {
            Add(error);
        }
    }

    /// <summary>Records what was thrown and writes null, or sends it further up.</summary>
    /// <returns>False when null must go further up.</returns>
    public bool FailAt(FieldPlan field, Exception thrown, bool isNonNull)
    {
        Fail(field, thrown);
        return NullOrUp(isNonNull);
    }

    /// <summary>Writes null where that is allowed.</summary>
    /// <returns>False when null must go further up.</returns>
    public bool NullOrUp(bool isNonNull)
    {
        if (!isNonNull)
        {
            Json.WriteNull();
        }

        return !isNonNull;
    }

    /// <summary>Records an error that a resolver reported without giving up its value. From any thread.</summary>
    public void Report(FieldPlan field, IError error, object[] path) =>
        Add(State.Presenter.Present(Errors.ErrorPresenter.At(error, field.Locations, path)));

    private void Add(IError error)
    {
        lock (_errorLock)
        {
            _failures++;
            if (State.TryCountError())
            {
                (_errors ??= []).Add(error);
            }
        }
    }
}
