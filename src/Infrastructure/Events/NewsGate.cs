using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Events;

/// <summary>Which news a caller may hear. The same answer, in memory, as the gates of <see cref="Persistence.Gates"/> give in SQL;
/// a test compares them.</summary>
internal static class NewsGate
{
    private static readonly Permission _hears = Permission.All.Single(one => one.ToString() == Permission.EventsRead);

    public static bool MayHear(Caller caller, NewsItem news) => caller switch
    {
        Caller.Board or Caller.System => true,
        // The board hears of everybody's own things as well: it answers for all that is in the trail.
        _ when !IsFor(caller, news) => false,
        Caller.Officer or Caller.Client => MayHear(caller.Permissions, news.Type) && (news.Centre is not { } centre || caller.OwnCentres!.Contains(centre)),
        Caller.Candidate candidate => news is { Type: NewsType.ResultsReleased, Audience: Audience.Candidate }
            && news.Centre == candidate.Centre && news.Series == candidate.Series,
        _ => false,
    };

    private static bool IsFor(Caller caller, NewsItem news) => news.Owner is { } owner ? owner == caller.AuditName : !NewsMeaning.Of(news.Type).IsOwned;

    // Once per listener and event: without making a set of all that may be heard.
    private static bool MayHear(IReadOnlySet<Permission> permissions, NewsType type) =>
        permissions.Contains(_hears) && permissions.Contains(NewsMeaning.Of(type).Needs);
}
