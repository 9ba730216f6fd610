using System.Security.Claims;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution;

/// <summary>Whether a rule holds for somebody.</summary>
public enum AuthorizeOutcome
{
    /// <summary>It holds.</summary>
    Allowed,

    /// <summary>It does not, and nobody is signed in: <c>AUTH_NOT_AUTHENTICATED</c>.</summary>
    NotAuthenticated,

    /// <summary>It does not hold for whoever is signed in: <c>AUTH_NOT_AUTHORIZED</c>.</summary>
    NotAuthorized,
}

/// <summary>Decides who may ask for a field. Asked once for each rule and request, before the resolver runs.</summary>
public interface IFieldAuthorizer
{
    /// <summary>Whether a rule holds.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="services">Services of the request.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns>The outcome.</returns>
    ValueTask<AuthorizeOutcome> AuthorizeAsync(
        ClaimsPrincipal user, AuthorizeRule rule, IServiceProvider services, CancellationToken cancellationToken);
}
