using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Events;

/// <summary>A thing as it is there.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Candidate">The row of the candidate.</param>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
public sealed record PresentThing(long Row, long Candidate, CentreNumber Centre, Series Series);

/// <summary>A thing that changed.</summary>
/// <param name="Last">The last that was told of it.</param>
/// <param name="Kinds">What became of it, in the order of time, each once.</param>
public sealed record ChangedRow(NewsItem Last, IReadOnlyList<ChangeKind> Kinds);

/// <summary>Reads what is different between two places in the news, each thing once, behind the gates of whoever reads; or everything there is.</summary>
/// <param name="db">Reads.</param>
/// <param name="thing">Which kind of thing.</param>
/// <param name="centre">Only those of one centre.</param>
/// <param name="series">Only those of one series.</param>
public sealed class ChangeReading(ExamsDb db, ChangedThing thing, CentreNumber? centre, Series? series)
{
    private readonly List<NewsType> _types = [.. NewsMeaning.OfChangesTo(thing)];

    /// <summary>The last row there is now.</summary>
    /// <param name="ct">Cancels.</param>
    /// <returns>Its number; 0 when there is none.</returns>
    public async Task<long> LastRowAsync(CancellationToken ct) => thing == ChangedThing.Candidate
        ? await db.Candidates.MaxAsync(one => (long?)one.Id, ct) ?? 0
        : await db.Entries.MaxAsync(one => (long?)one.Id, ct) ?? 0;

    /// <summary>Reads a page of everything, by row.</summary>
    /// <param name="after">The row before it.</param>
    /// <param name="last">The last row that there was when the reading began, so that it ends.</param>
    /// <param name="first">Most in it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The page.</returns>
    public async Task<NewsPage<PresentThing>> PresentAsync(long after, long last, int first, CancellationToken ct)
    {
        var found = await (thing == ChangedThing.Candidate ? Candidates(after, last) : Entries(after, last)).Take(first + 1).ToListAsync(ct);
        if (found.Count <= first)
            return new NewsPage<PresentThing>(found, last, HasMore: false);
        found.RemoveAt(first);
        return new NewsPage<PresentThing>(found, found.Count > 0 ? found[^1].Row : after, HasMore: true);
    }

    /// <summary>Reads a page of what changed, each thing at its last change.</summary>
    /// <param name="start">Where the changes begin.</param>
    /// <param name="end">Where they end, for all pages.</param>
    /// <param name="after">Where the page begins.</param>
    /// <param name="first">Most in it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The page; the last one ends where the changes end.</returns>
    public async Task<NewsPage<ChangedRow>> ChangesAsync(long start, long end, long after, int first, CancellationToken ct)
    {
        var upTo = Math.Min(end, after + NewsPage<NewsItem>.Reach);
        var found = await Last(after, upTo, end).Take(first + 1).ToListAsync(ct);
        var isFull = found.Count > first;
        if (isFull)
            found.RemoveAt(first);
        var kinds = await KindsAsync(found, start, end, ct);
        return new NewsPage<ChangedRow>(
            [.. found.Select(one => new ChangedRow(one, [.. kinds[(one.Registration!.Value, one.Syllabus)].Distinct()]))],
            !isFull ? upTo : found.Count > 0 ? found[^1].Sequence : after,
            isFull || upTo < end);
    }

    /// <summary>The news that are the last of their things.</summary>
    /// <param name="after">After this place.</param>
    /// <param name="upTo">Up to this one.</param>
    /// <param name="end">Where the changes end, for all pages.</param>
    /// <returns>The news, in order.</returns>
    internal IQueryable<NewsItem> Last(long after, long upTo, long end)
    {
        // Said that they are not null, three columns are compared as they are, and their index is used.
        var news = db.News.Where(one => one.Centre != null && one.Series != null && one.Sequence > after && one.Sequence <= upTo && _types.Contains(one.Type) && one.Candidate != null
            && !db.News.Any(later => _types.Contains(later.Type) && later.Centre != null && later.Centre == one.Centre && later.Series != null && later.Series == one.Series
                && later.Candidate != null && later.Candidate == one.Candidate && later.Syllabus == one.Syllabus && later.Sequence > one.Sequence && later.Sequence <= end));
        if (centre is { } place)
            news = news.Where(one => one.Centre == place);
        if (series is { } time)
            news = news.Where(one => one.Series == time);
        return news.OrderBy(one => one.Sequence);
    }

    /// <summary>Whether files were loaded between two places in the news: then changes do not tell everything.</summary>
    /// <param name="start">After this place.</param>
    /// <param name="end">Up to this one.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>True when there was a load.</returns>
    public Task<bool> IsOutdatedAsync(long start, long end, CancellationToken ct) =>
        db.News.AnyAsync(one => one.Type == NewsType.BoardLoaded && one.Sequence > start && one.Sequence <= end, ct);

    private IQueryable<PresentThing> Candidates(long after, long last)
    {
        var rows = db.Candidates.Where(one => one.Id > after && one.Id <= last);
        if (centre is { } place)
            rows = rows.Where(one => one.Centre == place);
        if (series is { } time)
            rows = rows.Where(one => one.Series == time);
        return rows.OrderBy(one => one.Id).Select(one => new PresentThing(one.Id, one.Id, one.Centre, one.Series));
    }

    private IQueryable<PresentThing> Entries(long after, long last)
    {
        var rows = db.Entries.Where(one => one.Id > after && one.Id <= last);
        if (centre is { } place)
            rows = rows.Where(one => one.Centre == place);
        if (series is { } time)
            rows = rows.Where(one => one.Series == time);
        return rows.OrderBy(one => one.Id).Select(one => new PresentThing(one.Id, one.CandidateId, one.Centre, one.Series));
    }

    // Everything that was told of the things of a page, oldest first; one seek for each centre and series.
    private async Task<ILookup<(Registration Who, SyllabusCode? Syllabus), ChangeKind>> KindsAsync(List<NewsItem> page, long start, long end, CancellationToken ct)
    {
        List<NewsItem> told = [];
        foreach (var group in page.GroupBy(one => (Centre: one.Centre!.Value, Series: one.Series!.Value)))
        {
            var (place, time) = group.Key;
            var numbers = group.Select(one => one.Candidate!.Value).Distinct().ToList();
            told.AddRange(await db.News
                .Where(one => _types.Contains(one.Type) && one.Centre == place && one.Series == time && one.Candidate != null
                    && EF.Parameter(numbers).Contains(one.Candidate.Value) && one.Sequence > start && one.Sequence <= end)
                .OrderBy(one => one.Sequence).ToListAsync(ct));
        }

        return told.ToLookup(one => (one.Registration!.Value, one.Syllabus), one => NewsMeaning.Of(one.Type).Kind!.Value);
    }
}
