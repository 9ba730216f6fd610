using Exams.Domain.Candidates;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Accounts;

/// <summary>Who is asking.</summary>
/// <param name="Kind">What you are to the board.</param>
/// <param name="Username">The name you signed in with, for an API client its client id; null for candidates and for nobody.</param>
/// <param name="Centres">An officer's or API client's centres, or a candidate's one; empty for the board, which has all.</param>
/// <param name="Permissions">What you may do, wherever it is yours to do; an API client's are the scopes of its token.</param>
[ObjectType]
public sealed record Viewer(ViewerKind Kind, string? Username, IReadOnlyList<CentreNumber> Centres, IReadOnlyList<Permission> Permissions)
{
    /// <summary>The caller behind it.</summary>
    [GraphQLIgnore]
    public Caller Caller { get; init; } = Caller.Anonymous;

    internal static Viewer Of(Caller caller)
    {
        var (kind, name) = caller switch
        {
            Caller.Board board => (ViewerKind.Board, board.Username),
            Caller.Officer { IsHead: true } head => (ViewerKind.Head, head.Username),
            Caller.Officer officer => (ViewerKind.Officer, officer.Username),
            Caller.Client client => (ViewerKind.ApiClient, client.ClientId),
            Caller.Candidate => (ViewerKind.Candidate, null),
            _ => (ViewerKind.Anonymous, (string?)null),
        };
        return new Viewer(kind, name, [.. (caller.OwnCentres ?? new HashSet<CentreNumber>()).Order()], [.. caller.Permissions.Order()]) { Caller = caller };
    }
}

/// <summary>What somebody is to the board.</summary>
public enum ViewerKind
{
    /// <summary>Nobody has signed in.</summary>
    Anonymous,

    /// <summary>A candidate.</summary>
    Candidate,

    /// <summary>An exams officer.</summary>
    Officer,

    /// <summary>A head of centre.</summary>
    Head,

    /// <summary>A program of a school or of its vendor.</summary>
    ApiClient,

    /// <summary>The board's staff.</summary>
    Board,
}

/// <summary>Further fields of the viewer.</summary>
[ExtendObjectType<Viewer>]
public static class ViewerFields
{
    /// <summary>What you may still spend; a request that asks for more than there is has to wait (THROTTLED).</summary>
    public static RateLimit GetRateLimit(ClaimsPrincipal user, RateLimits limits) => limits.Of(user);

    /// <summary>The candidate that you are; null for everybody else.</summary>
    public static async Task<Candidate?> GetCandidateAsync([Parent] Viewer viewer, ExamsDbSource reads, CancellationToken ct)
    {
        // Opened for the viewer itself, because a session that has just begun is not yet the caller of the request.
        if (viewer.Caller is not Caller.Candidate me)
        {
            return null;
        }

        await using var db = reads.Open(viewer.Caller);
        return await db.Candidates.FirstOrDefaultAsync(one => one.Id == me.CandidateId, ct);
    }
}

/// <summary>Asking who one is.</summary>
[QueryType]
public static class ViewerQueries
{
    /// <summary>Who you are to this service.</summary>
    public static Viewer GetViewer(CurrentCaller current) => Viewer.Of(current.Caller);
}
