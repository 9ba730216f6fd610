using Exams.Domain.Audit;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Centres;

/// <summary>The board opens a centre.</summary>
public sealed class CreateCentre(ICentreStore store, TimeProvider clock)
{
    /// <summary>What the board asks for.</summary>
    /// <param name="Number">The centre number.</param>
    /// <param name="Details">What the board says about it.</param>
    public sealed record Request(CentreNumber Number, CentreDetails Details);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The centre, or the refusal.</returns>
    public async Task<Outcome<Centre>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        if (!caller.IsBoard)
        {
            return new BoardOnly();
        }

        if (await store.FindAsync(request.Number, ct) is not null)
        {
            return new CentreNumberTaken(request.Number);
        }

        if (await store.FindUnknownAsync(request.Details.Qualifications, ct) is [_, ..] unknown)
        {
            return new QualificationNotFound(unknown) { Path = ["qualifications"] };
        }

        var at = clock.GetUtcNow();
        return await store.CommitAsync(
            new CentreChange(
                new Centre(request.Number, request.Details),
                ExpectedVersion: 0,
                Stales: false,
                new NewsItem(NewsType.CentreCreated, at) { Centre = request.Number },
                new AuditRecord(at, caller, AuditAction.CentreCreated) { Centre = request.Number }),
            ct);
    }
}
