using System.Runtime.CompilerServices;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Events;

/// <summary>A listener's place in the news.</summary>
public sealed class NewsListener
{
    private readonly EventFeed _feed;
    private readonly Caller _caller;
    private readonly Func<NewsItem, bool> _wants;

    internal NewsListener(EventFeed feed, Caller caller, Func<NewsItem, bool> wants, long place)
    {
        _feed = feed;
        _caller = caller;
        _wants = wants;
        Place = place;
    }

    /// <summary>The number of the last news that was looked at, heard or not.</summary>
    public long Place { get; private set; }

    /// <summary>The news, oldest first, without end.</summary>
    /// <param name="ct">Stops listening.</param>
    /// <returns>Each once, in the order of commits. Ask again to go on after a break.</returns>
    public async IAsyncEnumerable<NewsItem> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            foreach (var news in await _feed.AfterAsync(Place, ct))
            {
                Place = news.Sequence;
                if (NewsGate.MayHear(_caller, news) && _wants(news))
                    yield return news;
            }
        }
    }
}
