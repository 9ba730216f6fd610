using System.Runtime.CompilerServices;
using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.Files;
using Exams.Domain.Results;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Files;

/// <summary>Reads what an export holds, page by page, as whoever ordered it may read it at one instant.</summary>
internal sealed class ExportReading(ExamsDbSource source, Export export, Caller caller, DateTimeOffset instant)
{
    // What one page holds in memory, and as many lines as a progress is told in.
    private const int PageSize = 1_000;

    public async IAsyncEnumerable<ExportPage> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var times = await SeriesAsync(ct);
        foreach (var centre in await CentresAsync(ct))
        {
            var place = export.Kind == ExportKind.Centres ? centre : null;
            if (place is not null)
                yield return Page(place);
            foreach (var series in times)
            {
                var pages = export.Kind == ExportKind.Results ? ResultsAsync(centre.Number, series, ct) : CandidatesAsync(centre.Number, series, ct);
                await foreach (var page in pages)
                    yield return page;
            }
        }
    }

    private ExamsDb Open() => source.Open(caller, instant);

    private static ExportPage Page(Centre? centre = null, IReadOnlyList<Candidate>? candidates = null, IEnumerable<Entry>? entries = null, IReadOnlyList<Result>? results = null) =>
        new(centre, candidates ?? [], (entries ?? []).ToLookup(entry => entry.CandidateId), results ?? []);

    private async Task<List<Centre>> CentresAsync(CancellationToken ct)
    {
        await using var db = Open();
        var wanted = export.Centres.Count == 0 ? db.Centres : db.Centres.Where(one => EF.Parameter(export.Centres).Contains(one.Number));
        return await wanted.OrderBy(one => one.Number).ToListAsync(ct);
    }

    // Of all the centres together: to ask a centre for a series in which it has nobody costs less than to search for its series.
    private async Task<IReadOnlyList<Series>> SeriesAsync(CancellationToken ct)
    {
        if (export.Series is { } only)
            return [only];
        await using var db = Open();
        var series = export.Kind == ExportKind.Results ? db.Results.Select(one => one.Series) : db.Candidates.Select(one => one.Series);
        return [.. (await series.Distinct().ToListAsync(ct)).Order()];
    }

    private async IAsyncEnumerable<ExportPage> CandidatesAsync(CentreNumber centre, Series series, [EnumeratorCancellation] CancellationToken ct)
    {
        var last = "";
        while (true)
        {
            await using var db = Open();
            var candidates = await After(db.Candidates.Where(one => one.Centre == centre && one.Series == series), last)
                .OrderBy(one => one.Number).Take(PageSize).ToListAsync(ct);
            if (candidates.Count == 0)
                yield break;
            var ids = candidates.Select(one => one.Id).ToList();

            // By candidate first: SQLite then looks each candidate up, where it would walk through all of the centre.
            var entries = export.Kind == ExportKind.Candidates ? []
                : await db.Entries.Where(one => EF.Parameter(ids).Contains(one.CandidateId))
                    .OrderBy(one => one.CandidateId).ThenBy(one => one.Syllabus).ThenBy(one => one.Id).ToListAsync(ct);
            var results = export.Kind != ExportKind.Centres ? []
                : await db.Results.Where(one => EF.Parameter(ids).Contains(one.CandidateId) && one.SupersededAt == null)
                    .OrderBy(one => one.CandidateId).ThenBy(one => one.Syllabus).ToListAsync(ct);
            yield return Page(null, candidates, entries, results);
            last = candidates[^1].Number.ToString();
        }
    }

    private async IAsyncEnumerable<ExportPage> ResultsAsync(CentreNumber centre, Series series, [EnumeratorCancellation] CancellationToken ct)
    {
        var (last, of) = ("", "");
        while (true)
        {
            await using var db = Open();
            var results = await After(db.Results.Where(one => one.Centre == centre && one.Series == series && one.SupersededAt == null), last, of)
                .OrderBy(one => one.Candidate).ThenBy(one => one.Syllabus).Take(PageSize).ToListAsync(ct);
            if (results.Count == 0)
                yield break;
            var ids = results.Select(one => one.CandidateId).Distinct().ToList();
            yield return Page(null, await db.Candidates.Where(one => EF.Parameter(ids).Contains(one.Id)).ToListAsync(ct), results: results);
            (last, of) = (results[^1].Candidate.ToString(), results[^1].Syllabus.ToString());
        }
    }

#pragma warning disable CA1309 // This becomes SQL, where columns are compared byte by byte.
    private static IQueryable<Candidate> After(IQueryable<Candidate> candidates, string last) =>
        candidates.Where(one => string.Compare((string)(object)one.Number, last) > 0);

    private static IQueryable<Result> After(IQueryable<Result> results, string last, string of) => results.Where(one =>
        string.Compare((string)(object)one.Candidate, last) > 0
        || ((string)(object)one.Candidate == last && string.Compare((string)(object)one.Syllabus, of) > 0));
#pragma warning restore CA1309
}
