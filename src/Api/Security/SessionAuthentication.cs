using System.Text.Encodings.Web;
using Exams.Infrastructure.Persistence.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Exams.Api.Security;

/// <summary>Reads the bearer token of a request and finds the session behind it. A token that is not good is no token.</summary>
/// <remarks>Sessions are looked up at every request, so that one that was ended, or whose grant was suspended, is over at once.</remarks>
public sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionCallers sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "Session";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken.Read(Request.Headers.Authorization.ToString()) is not { } token
            || await sessions.FindAsync(token) is not { IsSignedIn: true } caller)
        {
            return AuthenticateResult.NoResult();
        }

        CurrentCaller.Of(Context).Caller = caller;
        return AuthenticateResult.Success(new AuthenticationTicket(CallerPrincipal.Of(caller), SchemeName));
    }
}

/// <summary>The token in an Authorization header, or in the payload of connection_init.</summary>
internal static class BearerToken
{
    private const string Prefix = "Bearer ";
    private const int Longest = 200;

    /// <summary>Reads a token.</summary>
    /// <param name="header">The header's value.</param>
    /// <returns>The token; null when there is none or it cannot be one.</returns>
    public static Secret? Read(string? header) =>
        header is not null && header.Length <= Longest && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? new Secret(header[Prefix.Length..].Trim())
            : null;
}

/// <summary>A caller in the framework's own terms: the permissions that fields ask for.</summary>
internal static class CallerPrincipal
{
    /// <summary>The claim that names a permission.</summary>
    public const string PermissionClaim = "permission";

    /// <summary>Names what the caller may do.</summary>
    public static ClaimsPrincipal Of(Caller caller) => caller.IsSignedIn
        ? new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, caller.AuditName), .. caller.Permissions.Select(one => new Claim(PermissionClaim, one.ToString()))],
            SessionAuthentication.SchemeName))
        : new ClaimsPrincipal(new ClaimsIdentity());
}
