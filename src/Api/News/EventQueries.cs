using Exams.Domain.News;
using Exams.Infrastructure.Events;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.News;

/// <summary>Paging through what happened.</summary>
[QueryType]
public static class EventQueries
{
    /// <summary>What happened, oldest first, as far as it is yours to know: at your centres, and about things that you may read. From the first event of all when
    /// "after" is left out. Keep "pageInfo.endCursor" and hand it back: it goes forward even when a page is empty, and no event is ever skipped or moved.
    /// A page may be short while "hasNextPage" is true. Codes: CURSOR_UNKNOWN, CURSOR_AHEAD.</summary>
    /// <param name="types">Only these; all when left out.</param>
    /// <param name="centre">Only those about one centre.</param>
    /// <param name="series">Only those about one series.</param>
    /// <param name="paging">How many, and after which.</param>
    /// <param name="db">Reads.</param>
    /// <param name="feed">Knows where the news stands.</param>
    /// <param name="cursors">Reads and writes cursors.</param>
    /// <param name="ct">Cancels.</param>
    [Authorize(Policy = Permission.EventsRead)]
    [UsePaging(DefaultPageSize = 50, MaxPageSize = 500, AllowBackwardPagination = false)]
    public static async Task<Connection<NewsItem>> GetEventsAsync(
        IReadOnlyList<NewsType>? types, CentreNumber? centre, Series? series, PagingArguments paging, ExamsDb db, EventFeed feed, NewsCursors cursors, CancellationToken ct)
    {
        var head = await feed.HeadAsync(ct);
        var after = EventCursor.Read(cursors, paging.After, head) ?? 0;
        var page = await new EventReading(db, types, centre, series).ReadAsync(after, head, paging.First!.Value, ct);
        var edges = page.Items.Select(one => new Edge<NewsItem>(one, cursors.Write(NewsLists.Events, one.Sequence))).ToList();
        return new Connection<NewsItem>(
            edges,
            new ConnectionPageInfo(page.HasMore, hasPreviousPage: false, edges.FirstOrDefault()?.Cursor, cursors.Write(NewsLists.Events, page.End)));
    }

    /// <summary>Where the events stand now. Hand it as "after" to events and onEvent, or as "since" to changes, for everything that happens from this moment on.</summary>
    /// <param name="feed">Knows where the news stands.</param>
    /// <param name="cursors">Writes cursors.</param>
    /// <param name="ct">Cancels.</param>
    [Authorize(Policy = Permission.EventsRead)]
    public static async Task<string> GetEventCursorAsync(EventFeed feed, NewsCursors cursors, CancellationToken ct) =>
        cursors.Write(NewsLists.Events, await feed.HeadAsync(ct));
}

/// <summary>Reads cursors of events as clients give them.</summary>
internal static class EventCursor
{
    /// <summary>The place that a cursor names.</summary>
    /// <param name="cursors">Reads cursors.</param>
    /// <param name="cursor">As the client gave it; null for none.</param>
    /// <param name="head">Where the news stands.</param>
    /// <returns>The place; null for none.</returns>
    /// <exception cref="GraphQLException">It is no such cursor, or lies beyond the end.</exception>
    public static long? Read(NewsCursors cursors, string? cursor, long head)
    {
        if (cursor is null)
        {
            return null;
        }

        var place = cursors.Read(cursor, NewsLists.Events, 1) ?? throw NewsLists.Refuse(new CursorUnknown());
        return place[0] <= head ? place[0] : throw NewsLists.Refuse(new CursorAhead());
    }
}
