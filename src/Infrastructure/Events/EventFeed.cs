using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Events;

/// <summary>News as they are committed, for whoever listens, from wherever they left off. The table is the truth; this keeps the last
/// few thousand at hand and wakes listeners.</summary>
/// <remarks>Nothing is buffered per listener: each has only a place in the sequence. One who is fast reads what is at hand, one who is
/// slow, or was away, pages through the table, and neither loses anything nor holds up anybody.</remarks>
public sealed class EventFeed : IDisposable
{
    private const int MostAtHand = 4_096;
    private const int Page = 256;
    private static readonly Caller _self = new Caller.System("feed");

    private readonly ExamsDbSource _source;
    private readonly NewsSignal _committed;
    private readonly Signal _grown = new();
    private readonly SemaphoreSlim _pumping = new(1);
    private volatile AtHand? _atHand;

    internal EventFeed(ExamsDbSource source, NewsSignal committed)
    {
        _source = source;
        _committed = committed;
    }

    /// <summary>Begins to listen. What is committed after this returns is heard, however long the listener takes to ask for it.</summary>
    /// <param name="caller">Who listens; hears only what is theirs.</param>
    /// <param name="wants">Which of those they want.</param>
    /// <param name="after">The number of the last news they heard, to hear everything since first; null for news from now on.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The listener.</returns>
    public async Task<NewsListener> ListenAsync(Caller caller, Func<NewsItem, bool> wants, long? after, CancellationToken ct)
    {
        var head = await PumpAsync(ct);
        return new NewsListener(this, caller, wants, after is { } place && place < head ? Math.Max(place, 0) : head);
    }

    /// <summary>Where the news stands: whatever is read after this returned finds all news up to that number.</summary>
    /// <param name="ct">Cancels.</param>
    /// <returns>The number of the last news there are; 0 when there are none.</returns>
    public Task<long> HeadAsync(CancellationToken ct) => PumpAsync(ct);

    /// <inheritdoc/>
    public void Dispose() => _pumping.Dispose();

    /// <summary>Takes over what was committed; the hosted pump calls it on each signal and now and then in between.</summary>
    /// <returns>The number of the last news there are.</returns>
    internal async Task<long> PumpAsync(CancellationToken ct)
    {
        await _pumping.WaitAsync(ct);
        try
        {
            await using var db = _source.Open(_self);
            var known = _atHand;
            if (known is null)
            {
                // News that were told before this process began are read from the table by whoever asks for them.
                var start = await db.News.MaxAsync(news => (long?)news.Sequence, ct) ?? 0;
                _atHand = known = new AtHand(start, start, []);
            }

            while (true)
            {
                var head = known.Head;
                var fresh = await db.News.Where(news => news.Sequence > head).OrderBy(news => news.Sequence).Take(Page).ToListAsync(ct);
                if (fresh.Count == 0)
                    return head;
                _atHand = known = known.With(fresh);
                _grown.Raise();
            }
        }
        finally
        {
            _pumping.Release();
        }
    }

    /// <summary>Completes at the next commit that brings news.</summary>
    internal Task Committed => _committed.Next;

    /// <summary>The next news after a place: from what is at hand, or else from the table.</summary>
    internal async Task<IReadOnlyList<NewsItem>> AfterAsync(long place, CancellationToken ct)
    {
        while (true)
        {
            var grown = _grown.Next;
            var known = _atHand!;
            if (known.Head > place)
            {
                if (place >= known.Before)
                    return known.After(place, Page);
                await using var db = _source.Open(_self);
                return await db.News.Where(news => news.Sequence > place && news.Sequence <= known.Head)
                    .OrderBy(news => news.Sequence).Take(Page).ToListAsync(ct);
            }

            await grown.WaitAsync(ct);
        }
    }

    /// <summary>The latest news: everything with a number above <paramref name="Before"/> and up to <paramref name="Head"/>.</summary>
    private sealed record AtHand(long Before, long Head, NewsItem[] Items)
    {
        public AtHand With(List<NewsItem> fresh)
        {
            var kept = Math.Min(Items.Length, MostAtHand - Page);
            var before = kept < Items.Length ? Items[^(kept + 1)].Sequence : Before;
            return new AtHand(before, fresh[^1].Sequence, [.. Items[^kept..], .. fresh]);
        }

        public NewsItem[] After(long place, int most)
        {
            int low = 0, high = Items.Length;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Items[middle].Sequence <= place)
                    low = middle + 1;
                else
                    high = middle;
            }

            return Items[low..Math.Min(Items.Length, low + most)];
        }
    }
}
