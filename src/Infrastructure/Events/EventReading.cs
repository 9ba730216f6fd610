using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Events;

/// <summary>Reads what happened, page by page, behind the gates of whoever reads.</summary>
/// <param name="db">Reads.</param>
/// <param name="types">Only these; all when null.</param>
/// <param name="centre">Only what is about one centre.</param>
/// <param name="series">Only what is about one series.</param>
public sealed class EventReading(ExamsDb db, IReadOnlyList<NewsType>? types, CentreNumber? centre, Series? series)
{
    /// <summary>Reads a page.</summary>
    /// <param name="after">Where it begins.</param>
    /// <param name="head">Where the news stood before; numbers are committed in their order, so nothing up to there can still appear.</param>
    /// <param name="first">Most in it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The page; an empty one ends where the news stood.</returns>
    public async Task<NewsPage<NewsItem>> ReadAsync(long after, long head, int first, CancellationToken ct)
    {
        var upTo = Math.Min(head, after + NewsPage<NewsItem>.Reach);
        var news = db.News.Where(one => one.Sequence > after && one.Sequence <= upTo);
        if (types is { } wanted)
            news = news.Where(one => wanted.Contains(one.Type));
        if (centre is { } place)
            news = news.Where(one => one.Centre == place);
        if (series is { } time)
            news = news.Where(one => one.Series == time);
        var found = await news.OrderBy(one => one.Sequence).Take(first + 1).ToListAsync(ct);
        if (found.Count <= first)
            return new NewsPage<NewsItem>(found, upTo, upTo < head);
        found.RemoveAt(first);
        return new NewsPage<NewsItem>(found, found.Count > 0 ? found[^1].Sequence : after, HasMore: true);
    }
}
