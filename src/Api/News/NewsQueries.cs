using Exams.Infrastructure.Events;

namespace Exams.Api.News;

/// <summary>Places in the news.</summary>
[QueryType]
public static class NewsQueries
{
    /// <summary>Where the news stands now. Hand it to a subscription as "after" to hear everything that happens from this moment on, however
    /// long the subscription takes to begin.</summary>
    [Authorize(Policy = Permission.EventsRead)]
    public static async Task<long> GetNewsCursorAsync(EventFeed feed, CurrentCaller current, CancellationToken ct) =>
        (await feed.ListenAsync(current.Caller, static _ => false, after: null, ct)).Place;
}
