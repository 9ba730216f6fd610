using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.ResultsAccess;

/// <summary>Writes that several features need on grants and documents.</summary>
internal static class AccessWrites
{
    /// <summary>Suspends grants and ends their sessions.</summary>
    public static async Task SuspendAsync(this Writing.Writing writing, IReadOnlyList<long> grants, DateTimeOffset at, CancellationToken ct)
    {
        if (grants.Count == 0)
            return;
        await writing.Db.Grants.Where(grant => EF.Parameter(grants).Contains(grant.Id) && grant.State == GrantState.Active)
            .ExecuteUpdateAsync(
                set => set.SetProperty(grant => grant.State, GrantState.Suspended).SetProperty(grant => grant.SuspendedAt, (DateTimeOffset?)at), ct);
        await writing.EndSessionsAsync(grants, at, ct);
    }

    /// <summary>Makes suspended grants active again, with the credentials they have.</summary>
    public static async Task RestoreAsync(this Writing.Writing writing, IReadOnlyList<long> grants, CancellationToken ct)
    {
        if (grants.Count == 0)
            return;
        await writing.Db.Grants.Where(grant => EF.Parameter(grants).Contains(grant.Id))
            .ExecuteUpdateAsync(
                set => set.SetProperty(grant => grant.State, GrantState.Active).SetProperty(grant => grant.SuspendedAt, (DateTimeOffset?)null), ct);
    }

    /// <summary>Ends the sessions of candidates.</summary>
    public static Task EndSessionsAsync(this Writing.Writing writing, IReadOnlyList<long> grants, DateTimeOffset at, CancellationToken ct) =>
        writing.Db.Set<Session>()
            .Where(session => session.GrantId != null && EF.Parameter(grants).Contains(session.GrantId.Value) && session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, (DateTimeOffset?)at), ct);

    /// <summary>Marks the documents of a centre and series that still exist.</summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="why">Why they no longer say what is true.</param>
    /// <param name="at">Now.</param>
    /// <param name="tell">Whether to tell of each; false where the decision brings its own news.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="only">The one candidate of whom something changed: single sheets of others stay true; null for all.</param>
    /// <param name="kind">Which documents.</param>
    public static async Task MarkStaleAsync(
        this Writing.Writing writing,
        CentreNumber centre,
        Series series,
        StaleReasons why,
        DateTimeOffset at,
        bool tell,
        CancellationToken ct,
        CandidateNumber? only = null,
        DocumentsKind kind = DocumentsKind.Sheets)
    {
        var existing = await writing.Db.Documents
            .Where(documents => documents.Kind == kind && documents.Centre == centre && documents.Series == series
                && (only == null || documents.OnlyCandidate == null || documents.OnlyCandidate == only)
                && documents.State != DocumentsState.Expired && documents.State != DocumentsState.Failed)
            .ToListAsync(ct);
        foreach (var documents in existing)
        {
            documents.MarkStale(why);
            if (tell)
                writing.Tell(new NewsItem(documents.NewsOf(NewsType.DocumentsStale), at) { Centre = centre, Series = series, DocumentsId = documents.Id });
        }
    }

    /// <summary>Marks the sheets on which candidates stand under a name that they no longer have.</summary>
    public static async Task MarkRenamedStaleAsync(this Writing.Writing writing, IReadOnlyCollection<Candidate> renamed, DateTimeOffset at, CancellationToken ct)
    {
        var ids = renamed.Select(candidate => candidate.Id).ToList();
        var granted = await writing.Db.Grants.Where(grant => EF.Parameter(ids).Contains(grant.CandidateId)).Select(grant => grant.CandidateId).ToHashSetAsync(ct);
        foreach (var (centre, series) in renamed.Where(one => granted.Contains(one.Id)).Select(one => (one.Centre, one.Series)).Distinct())
            await writing.MarkStaleAsync(centre, series, StaleReasons.CandidatesChanged, at, tell: true, ct);
    }

    /// <summary>Marks everything printed for a centre, whose name or clocks stand on it.</summary>
    public static async Task MarkCentreStaleAsync(this Writing.Writing writing, CentreNumber centre, DateTimeOffset at, CancellationToken ct)
    {
        var series = await writing.Db.Documents.Where(documents => documents.Centre == centre).Select(documents => documents.Series).Distinct().ToListAsync(ct);
        await writing.MarkStatementsStaleAsync(series.Select(one => (centre, one)), StaleReasons.CentreChanged, at, ct);
        foreach (var one in series)
            await writing.MarkStaleAsync(centre, one, StaleReasons.CentreChanged, at, tell: true, ct);
    }

    /// <summary>Marks the sheets of every centre with active entries in a qualification, on which the release for candidates stands.</summary>
    public static async Task MarkReleaseStaleAsync(
        this Writing.Writing writing, Series series, QualificationCode qualification, DateTimeOffset at, CancellationToken ct)
    {
        var db = writing.Db;
        var centres = await (
            from documents in db.Documents
            where documents.Kind == DocumentsKind.Sheets && documents.Series == series && documents.State != DocumentsState.Expired && documents.State != DocumentsState.Failed
            where db.Entries.Any(entry => entry.Centre == documents.Centre && entry.Series == documents.Series
                && entry.Status == EntryStatus.Active
                && db.Syllabuses.Any(syllabus => syllabus.Code == entry.Syllabus && syllabus.Qualification == qualification))
            select documents.Centre).Distinct().ToListAsync(ct);
        foreach (var centre in centres)
            await writing.MarkStaleAsync(centre, series, StaleReasons.ReleaseScheduleChanged, at, tell: true, ct);
    }

    /// <summary>Marks the statements of entry that no longer say what is true; those that are known to be stale are left alone.</summary>
    public static async Task MarkStatementsStaleAsync(
        this Writing.Writing writing, IEnumerable<(CentreNumber Centre, Series Series)> places, StaleReasons why, DateTimeOffset at, CancellationToken ct)
    {
        var distinct = places.Distinct().ToList();
        var (centres, times) = (distinct.Select(place => place.Centre).Distinct().ToList(), distinct.Select(place => place.Series).Distinct().ToList());
        var existing = await writing.Db.Documents
            .Where(documents => documents.Kind == DocumentsKind.StatementsOfEntry
                && EF.Parameter(centres).Contains(documents.Centre) && EF.Parameter(times).Contains(documents.Series)
                && documents.State != DocumentsState.Expired && documents.State != DocumentsState.Failed)
            .ToListAsync(ct);
        foreach (var documents in existing.Where(one => !one.Stale.HasFlag(why) && distinct.Contains((one.Centre, one.Series))))
        {
            documents.MarkStale(why);
            writing.Tell(new NewsItem(documents.NewsOf(NewsType.DocumentsStale), at)
            {
                Centre = documents.Centre,
                Series = documents.Series,
                DocumentsId = documents.Id,
            });
        }
    }
}
