using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Events;

/// <summary>Which news a caller may hear. The same answer, in memory, as the gates of <see cref="Persistence.Gates"/> give in SQL;
/// a test compares them.</summary>
internal static class NewsGate
{
    public static bool MayHear(Caller caller, NewsItem news) => caller switch
    {
        Caller.Board or Caller.System => true,
        Caller.Officer officer => news.Centre is not { } centre || officer.Centres.Contains(centre),
        Caller.Candidate candidate => news is { Type: NewsType.ResultsReleased, Audience: Audience.Candidate }
            && news.Centre == candidate.Centre && news.Series == candidate.Series,
        _ => false,
    };
}
