using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Events;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Events;

/// <summary>Nothing is missed, doubled, out of order, early, or heard by the wrong one.</summary>
public abstract class EventFeedTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        if (World is not null)
            await World.Get<IEnumerable<IHostedService>>().OfType<FeedPump>().Single().StartAsync(default);
    }

    private NewsItem About(CentreNumber? centre, int done) =>
        new(NewsType.DocumentsProgressed, World.Clock.Now) { Centre = centre, Series = June, Done = done };

    private static Task TellAsync(BoardWorld world, params NewsItem[] news) => world.Get<Writer>().WriteAsync("test", writing =>
    {
        writing.Tell(news);
        return Task.CompletedTask;
    }, default);

    private static async Task<List<int>> HearAsync(NewsListener listener, int count)
    {
        using var patience = new CancellationTokenSource(_patience);
        List<int> heard = [];
        try
        {
            await foreach (var news in listener.ReadAsync(patience.Token))
            {
                heard.Add(news.Done!.Value);
                if (heard.Count == count)
                    return heard;
            }
        }
        catch (OperationCanceledException)
        {
            // What was heard so far is the answer.
        }

        return heard;
    }

    [Fact]
    public async Task What_is_told_after_listening_began_is_heard_however_late_one_asks()
    {
        await TellAsync(World, About(Us123, 1));
        var listener = await World.Feed.ListenAsync(OfficerOf(Us123), _ => true, after: null, default);
        await TellAsync(World, About(Us123, 2));
        await TellAsync(World, About(Us123, 3));

        (await HearAsync(listener, 2)).Should().Equal(2, 3);
    }

    [Fact]
    public async Task Who_was_away_hears_everything_since()
    {
        for (var i = 1; i <= 5; i++)
            await TellAsync(World, About(Us123, i));
        await using var db = World.Open(People.Board);
        var second = (await db.News.OrderBy(news => news.Sequence).ToListAsync())[1].Sequence;

        var listener = await World.Feed.ListenAsync(OfficerOf(Us123), _ => true, second, default);
        await TellAsync(World, About(Us123, 6));

        (await HearAsync(listener, 4)).Should().Equal(3, 4, 5, 6);
    }

    [Fact]
    public async Task Who_listens_hears_under_a_storm_of_writers_each_thing_once_and_in_order()
    {
        const int Writers = 8, Each = 60;
        await using var other = await World.OpenAnotherAsync();
        var listeners = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => World.Feed.ListenAsync(OfficerOf(Us123), news => news.Done >= 0, null, default)));
        var hearing = listeners.Select(listener => Task.Run(() => HearAsync(listener, Writers * Each))).ToList();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
                await TellAsync(writer % 2 == 0 ? World : other, About(Us123, writer * Each + i), About(Uk12345, -1));
        })));

        await using var db = World.Open(People.Board);
        var told = await db.News.Where(news => news.Done >= 0).OrderBy(news => news.Sequence).Select(news => news.Done!.Value).ToListAsync();
        told.Should().HaveCount(Writers * Each);
        foreach (var heard in await Task.WhenAll(hearing))
            heard.Should().Equal(told);
    }

    [Fact]
    public async Task Who_is_slow_reads_on_from_the_table()
    {
        var slow = await World.Feed.ListenAsync(OfficerOf(Us123), _ => true, null, default);
        for (var i = 0; i < 12; i++)
        {
            var from = i * 500;
            await TellAsync(World, [.. Enumerable.Range(from, 500).Select(done => About(Us123, done))]);
        }

        (await HearAsync(slow, 6_000)).Should().Equal(Enumerable.Range(0, 6_000));
    }

    [Fact]
    public async Task What_was_undone_is_never_heard()
    {
        var listener = await World.Feed.ListenAsync(OfficerOf(Us123), _ => true, null, default);
        await World.Invoking(world => world.Get<Writer>().WriteAsync("test", writing =>
        {
            writing.Tell(About(Us123, 1));
            throw new InvalidOperationException("undone");
        }, default)).Should().ThrowAsync<InvalidOperationException>();
        await TellAsync(World, About(Us123, 2));

        (await HearAsync(listener, 1)).Should().Equal(2);
    }

    [Fact]
    public async Task A_place_beyond_the_end_means_from_now_on()
    {
        var listener = await World.Feed.ListenAsync(OfficerOf(Us123), _ => true, long.MaxValue, default);
        await TellAsync(World, About(Us123, 1));

        (await HearAsync(listener, 1)).Should().Equal(1);
    }

    [Fact]
    public async Task Memory_and_SQL_agree_on_who_may_hear_what()
    {
        var candidate = (await World.EnterAsync(Us123, 1, "0580"))[0];
        await World.ConfirmAllAsync(Us123);
        Caller[] callers =
        [
            People.Board, new Caller.System("test"), Caller.Anonymous, OfficerOf(), OfficerOf(Us123), OfficerOf(Us123, Uk12345),
            await World.SignedInAsync(candidate),
            .. Permission.OfClients.Select(scope => ClientOf(Us123, scope)),
            .. Permission.OfClients.Select(scope => ClientOf(Us123, scope, Named.Word<Permission>(Permission.EventsRead))),
        ];
        await TellAsync(World,
        [
            .. from type in Enum.GetValues<NewsType>()
               from centre in new CentreNumber?[] { null, Us123, Uk12345 }
               from audience in new Audience?[] { null, Audience.Centre, Audience.Candidate }
               from series in new Series?[] { null, June, Named.Series("2026-11") }
               from owner in new string?[] { null, "client:client", OfficerOf(Us123).AuditName, "client:another", "" }
               select new NewsItem(type, World.Clock.Now) { Centre = centre, Audience = audience, Series = series, Owner = owner },
        ]);
        List<NewsItem> all;
        await using (var db = World.Open(People.Board))
            all = await db.News.OrderBy(news => news.Sequence).ToListAsync();
        foreach (var caller in callers)
        {
            await using var db = World.Open(caller);
            var inSql = await db.News.OrderBy(news => news.Sequence).Select(news => news.Sequence).ToListAsync();
            all.Where(news => NewsGate.MayHear(caller, news)).Select(news => news.Sequence).Should().Equal(inSql, caller.AuditName);
        }
    }

    [Fact]
    public async Task Who_may_not_read_a_thing_does_not_hear_of_it()
    {
        await TellAsync(World, [.. Enum.GetValues<NewsType>().Select(type => new NewsItem(type, World.Clock.Now) { Centre = Us123 })]);
        var events = Named.Word<Permission>(Permission.EventsRead);

        (await HeardAsync(ClientOf(Us123, events))).Should().Equal(NewsType.BoardLoaded);
        (await HeardAsync(ClientOf(Us123, events, Named.Word<Permission>(Permission.EntriesRead))))
            .Should().BeEquivalentTo([NewsType.BoardLoaded, .. About("Entry", "Estimated", "Transfer", "Statements")], o => o.WithoutStrictOrdering());
        (await HeardAsync(ClientOf(Us123, events, Named.Word<Permission>(Permission.ResultsRead))))
            .Should().BeEquivalentTo([NewsType.BoardLoaded, NewsType.ResultsReleased], o => o.WithoutStrictOrdering());
        (await HeardAsync(ClientOf(Us123, Named.Word<Permission>(Permission.EntriesRead)))).Should().BeEmpty("to hear is a permission of its own");
    }

    [Fact]
    public async Task Who_ordered_an_export_hears_that_it_is_ready_and_nobody_else_at_the_centre_does()
    {
        var events = Named.Word<Permission>(Permission.EventsRead);
        var client = ClientOf(Us123, events);
        await TellAsync(World, NewsItem.Exported(client.AuditName, June, World.Clock.Now), NewsItem.Exported("board:somebody", null, World.Clock.Now));
        // Nobody knows whose this is: it was told before news had owners.
        await TellAsync(World, new NewsItem(NewsType.ExportReady, World.Clock.Now) { Centre = Us123 });

        (await HeardAsync(client)).Should().Equal(NewsType.ExportReady);
        (await HeardAsync(client with { ClientId = "another" })).Should().BeEmpty();
        (await HeardAsync(OfficerOf(Us123))).Should().BeEmpty();
        (await HeardAsync(People.Board)).Should().HaveCount(3, "the board hears all");
    }

    private static IEnumerable<NewsType> About(params string[] things) =>
        Enum.GetValues<NewsType>().Where(type => things.Any(thing => $"{type}".StartsWith(thing, StringComparison.Ordinal)));

    private async Task<List<NewsType>> HeardAsync(Caller caller)
    {
        await using var db = World.Open(caller);
        return await db.News.Select(news => news.Type).ToListAsync();
    }

    private static Caller.Client ClientOf(CentreNumber centre, params Permission[] scopes) =>
        new(0, "client", scopes.ToHashSet(), new HashSet<CentreNumber> { centre }, 0);
}

public sealed class EventFeedOnSqliteTests() : EventFeedTests(null);

public sealed class EventFeedOnPostgresTests(PrivatePostgres postgres) : EventFeedTests(postgres);
