using Exams.Domain.Candidates;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Accounts;

/// <summary>Who is asking.</summary>
/// <param name="Kind">What you are to the board.</param>
/// <param name="Username">The name you signed in with; null for candidates and for nobody.</param>
/// <param name="Centres">An officer's centres, or a candidate's one; empty for the board, which has all.</param>
[ObjectType]
public sealed record Viewer(ViewerKind Kind, string? Username, IReadOnlyList<CentreNumber> Centres)
{
    /// <summary>The caller behind it.</summary>
    [GraphQLIgnore]
    public Caller Caller { get; init; } = Caller.Anonymous;

    internal static Viewer Of(Caller caller) => caller switch
    {
        Caller.Board board => new Viewer(ViewerKind.Board, board.Username, []) { Caller = caller },
        Caller.Officer officer => new Viewer(ViewerKind.Officer, officer.Username, [.. officer.Centres.Order()]) { Caller = caller },
        Caller.Candidate candidate => new Viewer(ViewerKind.Candidate, null, [candidate.Centre]) { Caller = caller },
        _ => new Viewer(ViewerKind.Anonymous, null, []),
    };
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

    /// <summary>The board's staff.</summary>
    Board,
}

/// <summary>Further fields of the viewer.</summary>
[ExtendObjectType<Viewer>]
public static class ViewerFields
{
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
