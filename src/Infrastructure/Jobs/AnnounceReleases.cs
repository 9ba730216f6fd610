using Exams.Domain.Entries;
using Exams.Domain.Jobs;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Jobs;

/// <summary>Tells each centre, once, that a release instant has come; comes back for centres whose candidates wait longer.</summary>
/// <remarks>It only tells: what may be read is decided by the gates, with or without this job.</remarks>
internal sealed class AnnounceReleases(TimeProvider clock) : IJobWork
{
    public string Kind => JobForms.Announce;

    public bool IsShort => true;

    public Task RunAsync(JobLease lease, CancellationToken ct) => lease.FinishAsync(
        async writing =>
        {
            var (order, db, now) = (JobForms.ReadRelease(lease.Form, lease.DueAt), writing.Db, clock.GetUtcNow());
            var date = await db.ReleaseDates.FirstOrDefaultAsync(
                one => one.Series == order.Series && one.Qualification == order.Qualification && one.Audience == order.Audience, ct);

            // A date that was moved later has ordered its own announcement.
            if (date is null || !date.HasPassed(now))
                return;
            var told = await ToldAsync(db, order, ct);
            var delays = await DelaysAsync(db, order, ct);
            foreach (var centre in await CentresAsync(db, order, ct))
            {
                var instant = date.At.AddMinutes(delays.GetValueOrDefault(centre));
                if (instant > now)
                    writing.Order([order with { Centre = centre, DueAt = instant }], now);
                else if (!told.Contains(centre))
                    writing.Tell(NewsItem.Released(centre, order.Series, order.Qualification, order.Audience, instant, now));
            }
        },
        ct);

    // Nobody waits for a telling; the log has the failures.
    public Task GiveUpAsync(JobLease lease, Persistence.Writing.Writing writing, CancellationToken ct) => Task.CompletedTask;

    private static async Task<HashSet<CentreNumber>> ToldAsync(ExamsDb db, AnnounceRelease order, CancellationToken ct)
    {
        var told = await db.News
            .Where(news => news.Type == NewsType.ResultsReleased && news.Series == order.Series
                && news.Qualification == order.Qualification && news.Audience == order.Audience && news.Centre != null)
            .Select(news => news.Centre!.Value).ToListAsync(ct);
        return [.. told];
    }

    // Only candidates wait for their centre's delay (rule 21).
    private static async Task<Dictionary<CentreNumber, int>> DelaysAsync(ExamsDb db, AnnounceRelease order, CancellationToken ct) =>
        order.Audience == Audience.Centre
            ? []
            : await db.Accesses.Where(access => access.Series == order.Series && access.DelayMinutes > 0)
                .ToDictionaryAsync(access => access.Centre, access => access.DelayMinutes, ct);

    private static async Task<List<CentreNumber>> CentresAsync(ExamsDb db, AnnounceRelease order, CancellationToken ct)
    {
        var entries = db.Entries.Where(entry => entry.Series == order.Series && entry.Status == EntryStatus.Active
            && db.Syllabuses.Any(syllabus => syllabus.Code == entry.Syllabus && syllabus.Qualification == order.Qualification));
        if (order.Centre is { } one)
            entries = entries.Where(entry => entry.Centre == one);
        return await entries.Select(entry => entry.Centre).Distinct().ToListAsync(ct);
    }
}
