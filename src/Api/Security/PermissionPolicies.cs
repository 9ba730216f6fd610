namespace Exams.Api.Security;

/// <summary>The one path on which permissions are checked: a policy for each, named like it, which asks the caller and nobody else.</summary>
internal static class PermissionPolicies
{
    /// <summary>Registers a policy for every permission there is.</summary>
    public static void AddPermissions(this IServiceCollection services)
    {
        var builder = services.AddAuthorizationBuilder();
        foreach (var permission in Permission.All)
        {
            builder.AddPolicy(permission.ToString(), policy => policy.RequireClaim(CallerPrincipal.PermissionClaim, permission.ToString()));
        }
    }
}
