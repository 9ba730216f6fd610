using Exams.Domain.News;

namespace Exams.Api.News;

/// <summary>The one event that a request is about, where somebody answers a subscription for a webhook instead of listening to it.</summary>
public sealed class EventAtHand
{
    /// <summary>The event; null for whoever listens.</summary>
    public NewsItem? News { get; private init; }

    /// <summary>The event of a request.</summary>
    /// <param name="http">The request; null outside of any.</param>
    /// <returns>The same for the whole request.</returns>
    public static EventAtHand Of(HttpContext? http) => http?.Features.Get<EventAtHand>() ?? new EventAtHand();

    /// <summary>Says that a request is about an event.</summary>
    /// <param name="http">The request.</param>
    /// <param name="news">The event.</param>
    public static void Set(HttpContext http, NewsItem news)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Features.Set(new EventAtHand { News = news });
    }
}
