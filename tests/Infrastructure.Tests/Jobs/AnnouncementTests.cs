using Exams.Domain.News;
using Exams.Domain.Releases;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Jobs;

/// <summary>Each centre hears of a release once, when it has come for its audience.</summary>
public abstract class AnnouncementTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private static readonly DateTimeOffset _at = Named.At("2026-08-12T05:00:00Z");

    private async Task<string> ToldAsync()
    {
        await World.RunJobsAsync();
        await using var db = World.Open(People.Board);
        var news = await db.News.Where(one => one.Type == NewsType.ResultsReleased).OrderBy(one => one.Sequence).ToListAsync();
        return string.Join(' ', news.Select(one => $"{one.Centre}/{one.Audience}").Order(StringComparer.Ordinal));
    }

    private async Task SetAsync(Audience audience, DateTimeOffset? at) => Done(await World.Get<SetReleaseDate>().RunAsync(
        new SetReleaseDate.Request(June, Named.Qualification("IGCSE"), audience, at, Now: at is null), People.Board, default));

    private async Task TwoCentresAsync()
    {
        await World.EnterAsync(Us123, 1, "0580");
        await World.EnterAsync(Uk12345, 1, "0580");
        await World.ConfirmAllAsync(Us123, delayMinutes: 120);
        await World.ConfirmAllAsync(Uk12345);
        await SetAsync(Audience.Centre, _at);
        await SetAsync(Audience.Candidate, _at);
    }

    [Fact]
    public async Task Centres_hear_at_the_instant_and_delayed_candidates_later()
    {
        await TwoCentresAsync();
        World.Clock.Now = _at - TimeSpan.FromMicroseconds(1);
        (await ToldAsync()).Should().BeEmpty();

        World.Clock.Now = _at;
        (await ToldAsync()).Should().Be("12345/Candidate 12345/Centre US123/Centre");
        World.Clock.Now = _at.AddMinutes(120) - TimeSpan.FromMicroseconds(1);
        (await ToldAsync()).Should().NotContain("US123/Candidate");
        World.Clock.Now = _at.AddMinutes(120);
        (await ToldAsync()).Should().Be("12345/Candidate 12345/Centre US123/Candidate US123/Centre");
        World.Clock.Now = _at.AddDays(1);
        (await ToldAsync()).Split(' ').Should().HaveCount(4, "each is told once");
    }

    [Fact]
    public async Task A_date_that_moved_later_is_not_announced_early()
    {
        await TwoCentresAsync();
        await SetAsync(Audience.Candidate, _at.AddHours(5));

        World.Clock.Now = _at.AddHours(1);
        (await ToldAsync()).Should().Be("12345/Centre US123/Centre");
        World.Clock.Now = _at.AddHours(5);
        (await ToldAsync()).Should().Contain("12345/Candidate");
    }

    [Fact]
    public async Task A_release_now_is_announced_now()
    {
        await TwoCentresAsync();

        await SetAsync(Audience.Centre, null);

        (await ToldAsync()).Should().Be("12345/Centre US123/Centre");
    }

    [Fact]
    public async Task A_moved_candidate_date_makes_the_sheets_of_centres_with_such_entries_stale()
    {
        await TwoCentresAsync();
        await World.RunJobsAsync();
        Done(await World.Get<ReprintDocuments>().RunAsync(new ReprintDocuments.Request(Us123, June), OfficerOf(Us123), default));
        Done(await World.Get<ReprintDocuments>().RunAsync(new ReprintDocuments.Request(Uk12345, June), OfficerOf(Uk12345), default));
        await World.RunJobsAsync();

        await SetAsync(Audience.Candidate, _at.AddHours(1));

        await using var db = World.Open(People.Board);
        (await db.Documents.Where(one => one.State == DocumentsState.Ready).Select(one => one.Stale).ToListAsync())
            .Should().Equal(StaleReasons.ReleaseScheduleChanged, StaleReasons.ReleaseScheduleChanged);
    }
}

public sealed class AnnouncementsOnSqliteTests() : AnnouncementTests(null);

public sealed class AnnouncementsOnPostgresTests(PrivatePostgres postgres) : AnnouncementTests(postgres);
