using System.Runtime.CompilerServices;
using Exams.Domain.News;
using Exams.Infrastructure.Events;

namespace Exams.Api.News;

/// <summary>Listening to whatever happens.</summary>
[SubscriptionType]
public static class EventSubscriptions
{
    internal static async IAsyncEnumerable<NewsItem> ListenToEvents(
        string? after,
        IReadOnlyList<NewsType>? types,
        CentreNumber? centre,
        Series? series,
        CurrentCaller current,
        EventAtHand atHand,
        EventFeed feed,
        NewsCursors cursors,
        [EnumeratorCancellation] CancellationToken ct)
    {
        if (atHand.News is { } given)
        {
            yield return given;
            yield break;
        }

        bool Wants(NewsItem news) =>
            (types is null || types.Contains(news.Type)) && (centre is null || news.Centre == centre) && (series is null || news.Series == series);

        var place = EventCursor.Read(cursors, after, await feed.HeadAsync(ct));
        var listener = await feed.ListenAsync(current.Caller, Wants, place, ct);
        await foreach (var news in listener.ReadAsync(ct))
        {
            yield return news;
        }
    }

    /// <summary>Tells whatever happens, as far as it is yours to know, at the moment at which it is certain. Codes: CURSOR_UNKNOWN, CURSOR_AHEAD.</summary>
    /// <param name="after">Begin behind this cursor, so that a client that was away loses nothing; from now on when left out.</param>
    /// <param name="types">Only these; all when left out.</param>
    /// <param name="centre">Only what is about one centre.</param>
    /// <param name="series">Only what is about one series.</param>
    /// <param name="news">The event.</param>
    [Authorize(Policy = Permission.EventsRead)]
    [Subscribe(With = nameof(ListenToEvents))]
    public static NewsItem OnEvent(string? after, IReadOnlyList<NewsType>? types, CentreNumber? centre, Series? series, [EventMessage] NewsItem news) => news;
}
