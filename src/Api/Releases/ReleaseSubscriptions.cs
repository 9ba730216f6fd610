using System.Runtime.CompilerServices;
using Exams.Domain.News;
using Exams.Infrastructure.Events;

namespace Exams.Api.Releases;

/// <summary>Results of a qualification are out.</summary>
/// <param name="Cursor">Where it stands in the news; hand it back as "after" to miss nothing after it.</param>
/// <param name="At">When it was announced.</param>
/// <param name="Centre">The centre whose results they are.</param>
/// <param name="Qualification">The qualification's code.</param>
/// <param name="Audience">To whom they are released.</param>
/// <param name="ReleaseAt">The instant of the release, the centre's delay included for candidates.</param>
[ObjectType]
public sealed record ReleaseNews(
    long Cursor, DateTimeOffset At, CentreNumber Centre, QualificationCode Qualification, Audience Audience, DateTimeOffset ReleaseAt);

/// <summary>Listening to releases.</summary>
[SubscriptionType]
public static class ReleaseSubscriptions
{
    internal static async IAsyncEnumerable<NewsItem> ListenToReleases(
        Series series, long? after, CurrentCaller current, EventFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        // Whose news it is, the feed knows; an officer hears of both audiences, a candidate of its own.
        var listener = await feed.ListenAsync(
            current.Caller, news => news.Type == NewsType.ResultsReleased && news.Series == series, after, ct);
        await foreach (var news in listener.ReadAsync(ct))
        {
            yield return news;
        }
    }

    /// <summary>Tells when results are released to you: to officers for their centres (and when their candidates follow), to candidates
    /// for their own qualifications.</summary>
    /// <param name="series">The series.</param>
    /// <param name="after">Begin behind this cursor, so that a client that was away loses nothing; from now on when left out.</param>
    /// <param name="news">The event.</param>
    [Authorize(Policy = Permission.EventsRead)]
    [Subscribe(With = nameof(ListenToReleases))]
    public static ReleaseNews OnResultsReleased(Series series, long? after, [EventMessage] NewsItem news) => new(
        news.Sequence, news.At, news.Centre!.Value, news.Qualification!.Value, news.Audience!.Value, news.ReleaseAt!.Value);
}
