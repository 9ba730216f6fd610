using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Resolution;

/// <summary>Decides over fields for one request; every rule is asked about once.</summary>
/// <param name="authorizer">Who decides.</param>
/// <param name="state">The request.</param>
internal sealed class FieldGate(IFieldAuthorizer authorizer, RequestState state)
{
    private readonly Dictionary<AuthorizeRule, Task<AuthorizeOutcome>> _known = [];
    private readonly Lock _lock = new();

    /// <summary>Asks whatever must be known before a field runs.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The refusal, or null.</returns>
    public ValueTask<GraphQLException?> CheckAsync(FieldPlan field)
    {
        foreach (var rule in Rules(field))
        {
            if (Known(rule) is null)
            {
                return AskAsync(field);
            }
        }

        return new ValueTask<GraphQLException?>(Refusal(field.Rules));
    }

    /// <summary>Refuses values of a type whose rules are known not to hold.</summary>
    /// <param name="rules">The type's rules, which were asked about before the field ran.</param>
    /// <exception cref="GraphQLException">The caller may not see it.</exception>
    public void ThrowUnlessAllowed(IReadOnlyList<AuthorizeRule> rules)
    {
        if (Refusal(rules) is { } refusal)
        {
            throw refusal;
        }
    }

    private async ValueTask<GraphQLException?> AskAsync(FieldPlan field)
    {
        foreach (var rule in Rules(field))
        {
            await Verdict(rule);
        }

        return Refusal(field.Rules);
    }

    private Task<AuthorizeOutcome> Verdict(AuthorizeRule rule)
    {
        lock (_lock)
        {
            if (!_known.TryGetValue(rule, out var verdict))
            {
                verdict = authorizer.AuthorizeAsync(state.Request.User, rule, state.Request.Services, state.Aborted).AsTask();
                _known.Add(rule, verdict);
            }

            return verdict;
        }
    }

    private static IEnumerable<AuthorizeRule> Rules(FieldPlan field) => field.Rules.Concat(field.GuardedTypes.SelectMany(t => t.Authorize));

    private AuthorizeOutcome? Known(AuthorizeRule rule)
    {
        lock (_lock)
        {
            return _known.TryGetValue(rule, out var verdict) && verdict.IsCompletedSuccessfully ? verdict.Result : null;
        }
    }

    // What nobody asked about is not allowed.
    private GraphQLException? Refusal(IReadOnlyList<AuthorizeRule> rules)
    {
        foreach (var rule in rules)
        {
            switch (Known(rule) ?? AuthorizeOutcome.NotAuthorized)
            {
                case AuthorizeOutcome.NotAuthenticated: return Refused("AUTH_NOT_AUTHENTICATED");
                case AuthorizeOutcome.NotAuthorized: return Refused("AUTH_NOT_AUTHORIZED");
            }
        }

        return null;
    }

    private static GraphQLException Refused(string code) =>
        new(new GraphQLError("The current user is not authorized to access this resource.").WithCode(code));
}
