using Exams.GraphQL.Execution.Costs;

namespace Exams.Api.Security;

/// <summary>What a client may spend. One of the few files that differ per engine (docs/adr/0001).</summary>
/// <param name="budget">The engine's.</param>
/// <param name="http">The request.</param>
public sealed class RateLimits(ICostBudget budget, IHttpContextAccessor http)
{
    /// <summary>What a client has now; what the request itself reserved is gone already.</summary>
    /// <param name="user">Who asks.</param>
    /// <returns>Its status.</returns>
    public RateLimit Of(ClaimsPrincipal user)
    {
        var status = budget.Status(CostClient.Of(user, http.HttpContext?.Connection.RemoteIpAddress));
        return new RateLimit(status.MaximumAvailable, Math.Floor(status.CurrentlyAvailable), status.RestoreRate);
    }
}

/// <summary>A budget of cost, spent by asking and filled again steadily.</summary>
/// <param name="MaximumAvailable">What there is when nothing was asked for long.</param>
/// <param name="CurrentlyAvailable">What there is now; below zero when more was spent than there was.</param>
/// <param name="RestoreRate">What comes back in a second.</param>
public sealed record RateLimit(double MaximumAvailable, double CurrentlyAvailable, double RestoreRate);
