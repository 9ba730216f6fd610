using Exams.Domain.Entries;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.ResultsAccess;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Entries;

/// <summary>Keeps entries. Withdrawing the last one suspends access in the same transaction.</summary>
internal sealed class EntryStore(ExamsDbSource source, Writer writer) : IEntryStore
{
    public async Task<EntryBook?> FindBookAsync(
        CentreNumber centre, Series series, CandidateNumber candidate, SyllabusCode syllabus, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("entries"));
        if (await db.Centres.FirstOrDefaultAsync(one => one.Number == centre, ct) is not { } place)
            return null;
        var person = await db.Candidates.FirstOrDefaultAsync(
            one => one.Centre == centre && one.Series == series && one.Number == candidate, ct);
        var subject = await db.Syllabuses.FirstOrDefaultAsync(one => one.Code == syllabus, ct);
        var options = await db.Options
            .Where(option => option.Series == series && option.Zone == place.Zone && option.Syllabus == syllabus).ToListAsync(ct);
        if (person is null)
            return new EntryBook(place, null, subject, options, [], null);
        var entries = await db.Entries.Where(entry => entry.CandidateId == person.Id).OrderBy(entry => entry.Id).ToListAsync(ct);
        var grant = await db.Grants.Where(one => one.CandidateId == person.Id && one.State == GrantState.Active)
            .Select(one => (long?)one.Id).FirstOrDefaultAsync(ct);
        return new EntryBook(place, person, subject, options, entries, grant);
    }

    public Task<Outcome<Entry>> CommitAsync(EntryChange change, CancellationToken ct) =>
        writer.WriteAsync<Entry>("entries", async writing =>
        {
            var (entry, db) = (change.Entry, writing.Db);
            var counted = await db.Candidates
                .Where(candidate => candidate.Id == entry.CandidateId && candidate.Version == change.CandidateVersion)
                .ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.Version, candidate => candidate.Version + 1), ct);
            if (counted == 0)
                return new ChangedMeanwhile();
            if (entry.Id == 0)
                db.Add(entry);
            else
                db.Update(entry);
            if (change.SuspendGrant is { } grant)
            {
                var at = change.Audit[0].At;
                await writing.SuspendAsync([grant], at, ct);
                await writing.MarkStaleAsync(entry.Centre, entry.Series, StaleReasons.CandidatesChanged, at, tell: true, ct);
            }

            writing.Tell(change.News);
            writing.Note(change.Audit);
            return entry;
        }, ct);
}
