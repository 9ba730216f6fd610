using Exams.Domain.Centres;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.ResultsAccess;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Centres;

/// <summary>Keeps centres.</summary>
internal sealed class CentreStore(ExamsDbSource source, Writer writer) : ICentreStore
{
    private static readonly Caller _self = new Caller.System("centres");

    public async Task<Centre?> FindAsync(CentreNumber number, CancellationToken ct)
    {
        await using var db = source.Open(_self);
        return await db.Centres.FirstOrDefaultAsync(centre => centre.Number == number, ct);
    }

    public async Task<IReadOnlyList<QualificationCode>> FindUnknownAsync(IReadOnlyList<QualificationCode> codes, CancellationToken ct)
    {
        await using var db = source.Open(_self);
        var known = await db.Qualifications.Select(qualification => qualification.Code).ToListAsync(ct);
        return [.. codes.Except(known).Order()];
    }

    public Task<Outcome<Centre>> CommitAsync(CentreChange change, CancellationToken ct) =>
        writer.WriteAsync<Centre>("centres", async writing =>
        {
            var (centre, db) = (change.Centre, writing.Db);
            var standing = await db.Centres.Where(other => other.Number == centre.Number).Select(other => other.Version).FirstOrDefaultAsync(ct);
            if (standing != change.ExpectedVersion)
                return change.ExpectedVersion == 0 ? new CentreNumberTaken(centre.Number) : new VersionStale(change.ExpectedVersion, standing);
            if (standing == 0)
                db.Add(centre);
            else
                db.Update(centre);
            if (change.Stales)
                await writing.MarkCentreStaleAsync(centre.Number, change.Audit.At, ct);
            writing.Tell(change.News);
            writing.Note(change.Audit);
            return centre;
        }, ct);
}
