using Exams.Domain.Entries;
using Exams.Domain.Releases;
using Exams.Domain.ResultsAccess;
using Exams.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Jobs;

/// <summary>Reads what the pages of a printing say.</summary>
internal static class SheetReading
{
    /// <summary>Reads the candidates who are entitled now, in candidate-number order.</summary>
    /// <returns>The pages; null when nobody is left.</returns>
    public static async Task<SheetPages?> ReadAsync(ExamsDb db, AccessDocuments documents, CancellationToken ct)
    {
        var (centre, series) = (documents.Centre, documents.Series);
        var pages = await PagesAsync(db, documents, ct);
        if (pages.Count == 0)
            return null;
        return new SheetPages(
            await db.Centres.SingleAsync(one => one.Number == centre, ct),
            await db.Accesses.SingleAsync(one => one.Centre == centre && one.Series == series, ct),
            new ReleaseSchedule(await db.ReleaseDates.Where(date => date.Series == series).ToListAsync(ct)),
            await db.Qualifications.ToDictionaryAsync(one => one.Code, one => one.Name.ToString(), ct),
            pages);
    }

    private static async Task<List<SheetPage>> PagesAsync(ExamsDb db, AccessDocuments documents, CancellationToken ct)
    {
        var active = await (
            from entry in db.Entries
            where entry.Centre == documents.Centre && entry.Series == documents.Series && entry.Status == EntryStatus.Active
            join syllabus in db.Syllabuses on entry.Syllabus equals syllabus.Code
            select new { entry.CandidateId, syllabus.Qualification }).Distinct().ToListAsync(ct);
        var qualifications = active.ToLookup(one => one.CandidateId, one => one.Qualification);
        var granted = from candidate in db.Candidates
                      where candidate.Centre == documents.Centre && candidate.Series == documents.Series
                      join grant in db.Grants on candidate.Id equals grant.CandidateId
                      where grant.State == GrantState.Active
                      join credential in db.Credentials on grant.Id equals credential.GrantId
                      where credential.Sealed != null
                      orderby candidate.Number
                      select new { candidate.Id, candidate.Number, candidate.Name, credential.Username, credential.Sealed, credential.IssueNumber };
        if (documents.OnlyCandidate is { } only)
            granted = granted.Where(one => one.Number == only);
        return
        [
            .. (await granted.ToListAsync(ct)).Where(one => qualifications.Contains(one.Id)).Select(one => new SheetPage(
                one.Number, one.Name, one.Username, one.Sealed!, one.IssueNumber, [.. qualifications[one.Id].Order()])),
        ];
    }
}
