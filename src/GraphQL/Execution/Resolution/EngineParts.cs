using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Execution.Errors;

namespace Exams.GraphQL.Execution.Resolution;

/// <summary>What all requests of an executor share.</summary>
/// <param name="Options">What a stranger may do.</param>
/// <param name="Presenter">Words for what went wrong.</param>
/// <param name="Authorizer">Who may see what.</param>
/// <param name="Time">The clock.</param>
/// <param name="Budget">What clients may spend; null for no bounds.</param>
internal sealed record EngineParts(
    EngineOptions Options, ErrorPresenter Presenter, IFieldAuthorizer Authorizer, TimeProvider Time, ICostBudget? Budget = null);
