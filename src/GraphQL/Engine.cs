using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Execution.Requests;
using Exams.GraphQL.Types;
using Exams.GraphQL.Validation;
using Microsoft.Extensions.Logging;

namespace Exams.GraphQL;

/// <summary>Puts validation and execution together, which know nothing of each other.</summary>
public static class Engine
{
    /// <summary>An executor for one schema, with the rules that go with the options: graphql-js's for
    /// <see cref="EngineOptions.Reference"/>, the house's for anything stricter.</summary>
    /// <param name="schema">A valid schema.</param>
    /// <param name="options">What a stranger may do.</param>
    /// <param name="filters">Look at every error before it is written, in this order.</param>
    /// <param name="authorizer">Decides over fields; by default roles and the application's policies.</param>
    /// <param name="time">The clock for timeouts; by default the system's.</param>
    /// <param name="log">Gets what clients may not read.</param>
    /// <param name="budget">What clients may spend; by default nobody counts.</param>
    /// <returns>The executor.</returns>
    public static RequestExecutor Create(
        Schema schema,
        EngineOptions options,
        IEnumerable<IErrorFilter>? filters = null,
        IFieldAuthorizer? authorizer = null,
        TimeProvider? time = null,
        ILogger<RequestExecutor>? log = null,
        ICostBudget? budget = null)
    {
        var rules = Rules(options);
        return new RequestExecutor(
            schema,
            (types, document, trust) => Validator.Validate(types, document, rules with
            {
                AllowIntrospection = trust.HasFlag(DocumentTrust.Introspection),
                AllowSuggestions = trust.HasFlag(DocumentTrust.Suggestions),
            }),
            options,
            filters,
            authorizer,
            time,
            log,
            budget);
    }

    private static ValidationOptions Rules(EngineOptions options)
    {
        // Quoted text is cut for strangers only, so that is what tells the two profiles apart.
        var profile = options.MaxQuotedText is null ? ValidationOptions.Reference : ValidationOptions.Public;
        return profile with
        {
            MaxErrors = options.MaxErrors,
            MaxQuotedText = options.MaxQuotedText,
            MaxExecutionDepth = options.MaxExecutionDepth,
            MaxAliases = options.MaxAliases,
        };
    }
}
