using Exams.Domain.Entries;
using Exams.Domain.News;
using Exams.Domain.Releases;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.ResultsAccess;

/// <summary>Keeps candidate results access: settings, grants, credentials and the orders for documents.</summary>
internal sealed class ResultsAccessStore(ExamsDbSource source, Writer writer, FailureNames names) : IResultsAccessStore
{
    public async Task<AccessRoll?> FindRollAsync(CentreNumber centre, Series series, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("access"));
        if (!await db.Centres.AnyAsync(one => one.Number == centre, ct))
            return null;
        // The stamp is read first: what changes after it makes the commit say so.
        var stamp = await StampAsync(db, centre, series, ct);
        var access = await db.Accesses.FirstOrDefaultAsync(one => one.Centre == centre && one.Series == series, ct)
            ?? CandidateResultsAccess.Initial(centre, series);
        var lines = await LinesAsync(db, centre, series, ct);
        return new AccessRoll(access, lines)
        {
            SeriesIsKnown = lines.Count > 0 || await db.KnowsSeriesAsync(series, ct),
            Schedule = new ReleaseSchedule(await db.ReleaseDates.Where(date => date.Series == series).ToListAsync(ct)),
            Qualifications = await QualificationsAsync(db, centre, series, ct),
            LastDocuments = await db.Documents
                .Where(documents => documents.Kind == DocumentsKind.Sheets && documents.Centre == centre && documents.Series == series && documents.OnlyCandidate == null)
                .OrderByDescending(documents => documents.Id).FirstOrDefaultAsync(ct),
            Stamp = stamp,
        };
    }

    public Task<Outcome<AccessChanged>> CommitAsync(AccessChange change, CancellationToken ct) =>
        writer.WriteAsync<AccessChanged>("access", async writing =>
        {
            var (access, db) = (change.Access, writing.Db);
            var standing = await db.Accesses.Where(one => one.Centre == access.Centre && one.Series == access.Series)
                .Select(one => one.Version).FirstOrDefaultAsync(ct);
            if (standing != change.ExpectedVersion)
                return new VersionStale(change.ExpectedVersion, standing);
            if (await StampAsync(db, access.Centre, access.Series, ct) != change.Stamp)
                return new ChangedMeanwhile();
            if (access.Id == 0)
                db.Add(access);
            else
                db.Update(access);
            if (!await IssueAsync(writing, change, ct))
                return new ChangedMeanwhile();
            await writing.RestoreAsync(change.Restoring, ct);
            await writing.SuspendAsync(change.Suspending, change.At, ct);
            if (change.Stale != StaleReasons.None)
                await writing.MarkStaleAsync(access.Centre, access.Series, change.Stale, change.At, tell: false, ct, change.Only);
            await OrderAsync(writing, change, ct);
            writing.Tell(change.News);
            writing.Note(change.Audit);
            return change.Done;
        }, ct);

    public Task<Outcome<ThrottleLifted>> CommitAsync(ThrottleLifting lifting, CancellationToken ct) =>
        writer.WriteAsync<ThrottleLifted>("access", async writing =>
        {
            var who = names.Of(lifting.Username);
            await writing.Db.Set<SignInFailures>().Where(failures => failures.Who == who).ExecuteDeleteAsync(ct);
            writing.Note(lifting.Audit);
            return new ThrottleLifted(lifting.Candidate);
        }, ct);

    private static async Task<long> StampAsync(ExamsDb db, CentreNumber centre, Series series, CancellationToken ct) =>
        await db.Candidates.Where(candidate => candidate.Centre == centre && candidate.Series == series)
            .SumAsync(candidate => (long)candidate.Version, ct);

    private static Task<List<RollLine>> LinesAsync(ExamsDb db, CentreNumber centre, Series series, CancellationToken ct) => (
        from candidate in db.Candidates
        where candidate.Centre == centre && candidate.Series == series
        join grant in db.Grants on candidate.Id equals grant.CandidateId into grants
        from grant in grants.DefaultIfEmpty()
        join credential in db.Credentials on grant.Id equals credential.GrantId into credentials
        from credential in credentials.DefaultIfEmpty()
        orderby candidate.Number
        select new RollLine(
            candidate.Id,
            candidate.Number,
            db.Entries.Any(entry => entry.CandidateId == candidate.Id && entry.Status == EntryStatus.Active),
            (long?)grant.Id,
            (GrantState?)grant.State,
            credential.Username)).ToListAsync(ct);

    private static Task<List<QualificationCode>> QualificationsAsync(ExamsDb db, CentreNumber centre, Series series, CancellationToken ct) => (
        from entry in db.Entries
        where entry.Centre == centre && entry.Series == series && entry.Status == EntryStatus.Active
        join syllabus in db.Syllabuses on entry.Syllabus equals syllabus.Code
        select syllabus.Qualification).Distinct().ToListAsync(ct);

    // False when a username or a grant turns out to exist already: deciding again mints anew.
    private static async Task<bool> IssueAsync(Writing.Writing writing, AccessChange change, CancellationToken ct)
    {
        var (access, db) = (change.Access, writing.Db);
        if (change.Joining.Count > 0)
        {
            var usernames = change.Joining.Select(joining => joining.Credential.Username).ToList();
            var candidates = change.Joining.Select(joining => joining.CandidateId).ToList();
            if (await db.Credentials.AnyAsync(credential => EF.Parameter(usernames).Contains(credential.Username), ct)
                || await db.Grants.AnyAsync(grant => EF.Parameter(candidates).Contains(grant.CandidateId), ct))
                return false;
            var grants = change.Joining.Select(joining => new Grant(joining.CandidateId, access.Centre, access.Series, change.At)).ToList();
            await writing.InsertAsync(grants, ct);
            await writing.InsertAsync(
                [.. change.Joining.Select((joining, at) => new Credential(grants[at].Id, joining.Credential, change.At))], ct);
        }

        if (change.Reissuing is { } reissuing)
        {
            var credential = await db.Credentials.SingleAsync(one => one.GrantId == reissuing.GrantId, ct);
            credential.Reissue(reissuing.Credential, change.At);

            // Before sessions are ended: whoever signs in meanwhile finds the row held.
            await db.SaveChangesAsync(ct);
            await writing.EndSessionsAsync([reissuing.GrantId], change.At, ct);
        }

        return true;
    }

    private static async Task OrderAsync(Writing.Writing writing, AccessChange change, CancellationToken ct)
    {
        if (change.Documents is { } documents)
        {
            writing.Db.Add(documents);
            await writing.Db.SaveChangesAsync(ct);
            foreach (var news in change.News.Where(IsAboutDocuments))
                news.DocumentsId ??= documents.Id;
        }

        writing.Order(change.Jobs, change.At, change.Documents?.Id ?? 0);
    }

    private static bool IsAboutDocuments(NewsItem news) => news.Type
        is NewsType.DocumentsProgressed or NewsType.DocumentsReady or NewsType.DocumentsStale
        or NewsType.DocumentsFailed or NewsType.DocumentsExpired;
}
