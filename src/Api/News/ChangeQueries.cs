using Exams.Domain.News;
using Exams.Infrastructure.Events;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.News;

/// <summary>What is different since one last looked.</summary>
[QueryType]
public static class ChangeQueries
{
    /// <summary>The things of a kind that changed since a cursor, each once, as they are now; without "since", everything there is of yours. Pages end where the news
    /// stood when the first was read. Go on with "pageInfo.endCursor" as "after" while "hasNextPage" is true; the last one is the "since" of the next time. What changes
    /// while you read is told then. Nothing is ever deleted: what was withdrawn is told with that state. A page may be short while "hasNextPage" is true.
    /// Codes: CURSOR_UNKNOWN, CURSOR_AHEAD, CURSOR_OUTDATED.</summary>
    /// <param name="thing">Which kind of thing.</param>
    /// <param name="since">Where to begin: the last end cursor of the same question, a cursor of events, or nothing.</param>
    /// <param name="centre">Only those of one centre; ask the same for all pages and times.</param>
    /// <param name="series">Only those of one series; ask the same for all pages and times.</param>
    /// <param name="paging">How many, and after which.</param>
    /// <param name="db">Reads.</param>
    /// <param name="feed">Knows where the news stands.</param>
    /// <param name="cursors">Reads and writes cursors.</param>
    /// <param name="ct">Cancels.</param>
    [Authorize(Policy = Permission.EventsRead)]
    [UsePaging(DefaultPageSize = 100, MaxPageSize = 500, AllowBackwardPagination = false)]
    public static async Task<Connection<Change>> GetChangesAsync(
        ChangedThing thing, string? since, CentreNumber? centre, Series? series, PagingArguments paging, ExamsDb db, EventFeed feed, NewsCursors cursors, CancellationToken ct)
    {
        // The place in the news comes first: what changes while everything is read is told the next time.
        var head = await feed.HeadAsync(ct);
        var reading = new ChangeReading(db, thing, centre, series);
        var pages = new ChangePages(reading, cursors, thing, paging.First!.Value);
        if ((paging.After ?? since) is not { } cursor)
        {
            return await pages.EverythingAsync(head, ct);
        }

        if (cursors.Read(cursor, NewsLists.Everything, 4) is [var kind, var bound, var last, var row] && kind == (long)thing)
        {
            return bound <= head ? await pages.EverythingAsync(bound, last, row, ct) : throw NewsLists.Refuse(new CursorAhead());
        }

        if (cursors.Read(cursor, NewsLists.Changes, 4) is [var changed, var start, var end, var place] && changed == (long)thing)
        {
            return end <= head ? await pages.ChangesAsync(start, end, place, ct) : throw NewsLists.Refuse(new CursorAhead());
        }

        var from = EventCursor.Read(cursors, cursor, head)!.Value;
        return await reading.IsOutdatedAsync(from, head, ct)
            ? throw NewsLists.Refuse(new CursorOutdated())
            : await pages.ChangesAsync(from, head, from, ct);
    }
}
