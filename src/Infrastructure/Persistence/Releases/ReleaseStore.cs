using Exams.Domain.Releases;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.ResultsAccess;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Releases;

/// <summary>Keeps release dates.</summary>
internal sealed class ReleaseStore(ExamsDbSource source, Writer writer) : IReleaseStore
{
    public async Task<ReleaseSchedule?> FindAsync(Series series, QualificationCode qualification, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("releases"));
        return await db.Qualifications.AnyAsync(one => one.Code == qualification, ct)
            ? new ReleaseSchedule(await db.ReleaseDates.Where(date => date.Series == series).ToListAsync(ct))
            : null;
    }

    public Task<Outcome<ReleaseDate>> CommitAsync(ReleaseChange change, CancellationToken ct) =>
        writer.WriteAsync<ReleaseDate>("releases", async writing =>
        {
            var (date, db) = (change.Date, writing.Db);
            var standing = await db.ReleaseDates
                .Where(one => one.Series == date.Series && one.Qualification == date.Qualification)
                .Select(one => new { one.Audience, one.Version }).ToListAsync(ct);
            var own = standing.Find(one => one.Audience == date.Audience)?.Version ?? 0;
            var other = standing.Find(one => one.Audience != date.Audience)?.Version ?? 0;
            if (own != change.ExpectedVersion || other != (change.Other?.Version ?? 0))
                return new ChangedMeanwhile();
            if (own == 0)
                db.Add(date);
            else
                db.Update(date);
            if (change.Stales)
                await writing.MarkReleaseStaleAsync(date.Series, date.Qualification, change.Audit.At, ct);
            writing.Order([change.Job], change.Audit.At);
            writing.Tell(change.News);
            writing.Note(change.Audit);
            return date;
        }, ct);
}
