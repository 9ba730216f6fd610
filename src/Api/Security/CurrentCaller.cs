namespace Exams.Api.Security;

/// <summary>Who asks, for as long as a request or a socket lasts. Nobody, until the front door says otherwise.</summary>
/// <remarks>It belongs to the HTTP request and not to a scope of services, because each resolver of a query has a scope of its own.</remarks>
public sealed class CurrentCaller
{
    /// <summary>Who asks.</summary>
    public Caller Caller { get; set; } = Caller.Anonymous;

    /// <summary>Where the request comes from, for throttling: the client's address.</summary>
    public string Source { get; set; } = "";

    /// <summary>Whether the caller is allowed something; for what is reached by no field of its own, as things by their id are.</summary>
    /// <param name="permission">What, as <see cref="Permission"/> has it.</param>
    /// <returns>True when it is.</returns>
    public bool May(string permission) => Permission.TryParse(permission, out var needed) && Caller.Permissions.Contains(needed);

    /// <summary>The caller of a request.</summary>
    /// <param name="http">The request; null outside of any, and then nobody asks.</param>
    /// <returns>The same object for the whole request.</returns>
    public static CurrentCaller Of(HttpContext? http)
    {
        if (http is null)
        {
            return new CurrentCaller();
        }

        if (http.Features.Get<CurrentCaller>() is not { } current)
        {
            http.Features.Set(current = new CurrentCaller { Source = http.Connection.RemoteIpAddress?.ToString() ?? "" });
        }

        return current;
    }
}
