using System.Runtime.CompilerServices;
using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.Infrastructure.Events;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.ResultsAccess;

/// <summary>Something that happened to a centre's documents.</summary>
/// <param name="Cursor">Where it stands in the news; hand it back as "after" to miss nothing after it.</param>
/// <param name="At">When it happened.</param>
/// <param name="Done">Pages printed by then.</param>
/// <param name="Total">Pages in all.</param>
[ObjectType]
public sealed record DocumentsNews(long Cursor, DateTimeOffset At, int Done, int Total)
{
    /// <summary>The row of the documents.</summary>
    [GraphQLIgnore]
    public long DocumentsId { get; init; }
}

/// <summary>Further fields of news of documents.</summary>
[ExtendObjectType<DocumentsNews>]
public static class DocumentsNewsFields
{
    /// <summary>The documents as they are now; null when they are gone.</summary>
    public static Task<AccessDocuments?> GetDocumentsAsync([Parent] DocumentsNews news, ExamsDb db, CancellationToken ct) =>
        db.Documents.FirstOrDefaultAsync(one => one.Id == news.DocumentsId, ct);
}

/// <summary>Listening to a centre's documents. The news is a nudge, the query is the truth.</summary>
[SubscriptionType]
public static class ResultsAccessSubscriptions
{
    internal static IAsyncEnumerable<NewsItem> ListenToProgress(
        CentreNumber centre, Series series, long? after, CurrentCaller current, EventFeed feed, CancellationToken ct) =>
        Listen(centre, series, after, current, feed, [NewsType.DocumentsProgressed, NewsType.DocumentsReady, NewsType.DocumentsFailed], ct);

    /// <summary>Tells how far the printing of a centre's documents has come, and when it has ended well or badly.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="after">Begin behind this cursor, so that a client that was away loses nothing; from now on when left out.</param>
    /// <param name="news">The event.</param>
    [Authorize(Policy = Permission.AccessRead)]
    [Subscribe(With = nameof(ListenToProgress))]
    public static DocumentsNews OnDocumentsProgressed(CentreNumber centre, Series series, long? after, [EventMessage] NewsItem news) =>
        Present(news);

    internal static IAsyncEnumerable<NewsItem> ListenToReady(
        CentreNumber centre, Series series, long? after, CurrentCaller current, EventFeed feed, CancellationToken ct) =>
        Listen(centre, series, after, current, feed, [NewsType.DocumentsReady], ct);

    /// <summary>Tells when a centre's documents can be downloaded.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="after">Begin behind this cursor, so that a client that was away loses nothing; from now on when left out.</param>
    /// <param name="news">The event.</param>
    [Authorize(Policy = Permission.AccessRead)]
    [Subscribe(With = nameof(ListenToReady))]
    public static DocumentsNews OnDocumentsReady(CentreNumber centre, Series series, long? after, [EventMessage] NewsItem news) =>
        Present(news);

    private static DocumentsNews Present(NewsItem news) =>
        new(news.Sequence, news.At, news.Done ?? 0, news.Total ?? 0) { DocumentsId = news.DocumentsId ?? 0 };

    private static async IAsyncEnumerable<NewsItem> Listen(
        CentreNumber centre,
        Series series,
        long? after,
        CurrentCaller current,
        EventFeed feed,
        NewsType[] types,
        [EnumeratorCancellation] CancellationToken ct)
    {
        if (!current.Caller.Administers(centre))
        {
            var refusal = new CentreNotFound(centre);
            throw new GraphQLException(ErrorBuilder.New().SetMessage(refusal.Message).SetCode(refusal.Code).Build());
        }

        var listener = await feed.ListenAsync(
            current.Caller, item => item.Centre == centre && item.Series == series && types.Contains(item.Type), after, ct);
        await foreach (var news in listener.ReadAsync(ct))
        {
            yield return news;
        }
    }
}
