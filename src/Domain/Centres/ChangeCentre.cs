using Exams.Domain.Audit;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Centres;

/// <summary>The board changes what it says about a centre.</summary>
public sealed class ChangeCentre(ICentreStore store, TimeProvider clock)
{
    /// <summary>What the board asks for.</summary>
    /// <param name="Number">The centre number, which stays.</param>
    /// <param name="Details">All that the board says about it from now on.</param>
    /// <param name="ExpectedVersion">The version of the centre that was seen.</param>
    public sealed record Request(CentreNumber Number, CentreDetails Details, int ExpectedVersion);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The centre, or the refusal.</returns>
    public async Task<Outcome<Centre>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        if (!caller.IsBoard)
        {
            return caller.Administers(request.Number) ? new BoardOnly() : new CentreNotFound(request.Number) { Path = ["number"] };
        }

        if (await store.FindAsync(request.Number, ct) is not { } centre)
        {
            return new CentreNotFound(request.Number) { Path = ["number"] };
        }

        if (centre.Version != request.ExpectedVersion)
        {
            return new VersionStale(request.ExpectedVersion, centre.Version);
        }

        if (await store.FindUnknownAsync(request.Details.Qualifications, ct) is [_, ..] unknown)
        {
            return new QualificationNotFound(unknown) { Path = ["qualifications"] };
        }

        var at = clock.GetUtcNow();
        var stales = centre.Change(request.Details);
        return await store.CommitAsync(
            new CentreChange(
                centre,
                request.ExpectedVersion,
                stales,
                new NewsItem(NewsType.CentreChanged, at) { Centre = request.Number },
                new AuditRecord(at, caller, AuditAction.CentreChanged) { Centre = request.Number }),
            ct);
    }
}
