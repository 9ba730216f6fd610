using System.Security.Claims;
using Exams.GraphQL.Types;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Execution;

/// <summary>Roles of the principal and the application's policies (<see cref="IAuthorizationService"/>); a rule without
/// either asks for somebody signed in.</summary>
public sealed class FieldAuthorizer : IFieldAuthorizer
{
    /// <inheritdoc/>
    public async ValueTask<AuthorizeOutcome> AuthorizeAsync(
        ClaimsPrincipal user, AuthorizeRule rule, IServiceProvider services, CancellationToken cancellationToken)
    {
        var signedIn = user.Identities.Any(i => i.IsAuthenticated);
        var refused = signedIn ? AuthorizeOutcome.NotAuthorized : AuthorizeOutcome.NotAuthenticated;
        if (rule.Roles.Count > 0 && !rule.Roles.Any(user.IsInRole))
        {
            return refused;
        }

        if (rule.Policy is not { } policy)
        {
            return signedIn ? AuthorizeOutcome.Allowed : refused;
        }

        // A policy may well hold for somebody who is not signed in.
        var verdict = await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, policy);
        return verdict.Succeeded ? AuthorizeOutcome.Allowed : refused;
    }
}
