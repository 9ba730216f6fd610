using Exams.Domain.Audit;
using Exams.Domain.Entries;
using Exams.Domain.Fees;
using Exams.Domain.KeyDates;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Domain.Tests.Verbs;

/// <summary>The board sets deadlines and fees while centres enter candidates: rule 8.</summary>
public sealed class KeyDateVerbTests : IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BoardWorld _world = null!; // Set by InitializeAsync before any test runs.

    public async ValueTask InitializeAsync()
    {
        _world = await OpenAsync();
        await _world.SeedAsync();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_deadline_binds_from_the_moment_in_which_it_is_set_and_whoever_reads_the_catalogue_is_told()
    {
        await _world.EnterAsync(Us123, 1, "0580");
        Done(await SetAsync(EntryTier.OnTime, days: 1)).At.Should().Be(_world.Clock.Now.AddDays(1));

        _world.Clock.Now += TimeSpan.FromDays(2);

        Refused(await EnterAsync()).Should().BeOfType<EntriesClosed>();
        (await HeardAsync(Permission.CatalogueRead)).Should().Equal(NewsType.DeadlineSet);
        (await HeardAsync(Permission.CentresRead)).Should().BeEmpty();
        await using var db = _world.Open(World.People.Board);
        (await db.Audit.Where(one => one.Action == AuditAction.DeadlineSet).ToListAsync(Ct)).Should().ContainSingle().Which.Detail.Should().StartWith("Entry OnTime 20");
    }

    [Fact]
    public async Task A_deadline_that_has_passed_can_be_moved_and_opens_again_what_it_had_closed()
    {
        await _world.EnterAsync(Us123, 1, "0580");
        Done(await SetAsync(EntryTier.OnTime, days: 1));
        _world.Clock.Now += TimeSpan.FromDays(2);

        Done(await SetAsync(EntryTier.OnTime, days: 5));

        Done(await EnterAsync()).Tier.Should().Be(EntryTier.OnTime);
        await using var db = _world.Open(World.People.Board);
        (await db.Deadlines.CountAsync(Ct)).Should().Be(1, "it was moved, not doubled");
    }

    [Fact]
    public async Task No_deadline_is_moved_to_where_it_would_have_passed_already()
    {
        Refused(await SetAsync(EntryTier.OnTime, days: -1)).Should().BeOfType<DeadlineInPast>();
        Done(await SetAsync(EntryTier.OnTime, days: 1));
        Refused(await SetAsync(EntryTier.OnTime, days: -1)).Should().BeOfType<DeadlineInPast>();
        _world.Clock.Now += TimeSpan.FromDays(2);

        Done(await SetAsync(EntryTier.OnTime, days: -1)).HasPassed(_world.Clock.Now).Should().BeTrue("it was so already, and that is no change");
        Refused(await SetAsync(EntryTier.OnTime, days: -0.5)).Should().BeOfType<DeadlineInPast>();
    }

    [Fact]
    public async Task Tiers_end_in_their_order_for_the_same_centres()
    {
        Done(await SetAsync(EntryTier.Late, days: 10));

        Refused(await SetAsync(EntryTier.OnTime, days: 10)).Should().Be(new DeadlineOutOfOrder(EntryTier.Late, _world.Clock.Now.AddDays(10)));
        Refused(await SetAsync(EntryTier.VeryLate, days: 9)).Should().BeOfType<DeadlineOutOfOrder>();
        Done(await SetAsync(EntryTier.OnTime, days: 9));
        Done(await SetAsync(EntryTier.OnTime, days: 20, zone: Named.Zone(2))).Zone.Should().Be(Named.Zone(2), "another zone has an order of its own");
        Refused(await SetAsync(EntryTier.Late, days: 5, kind: DeadlineKind.EstimatedEntries)).Should().Be(new EstimatesNeverLate());
    }

    [Fact]
    public async Task What_is_so_already_is_no_news()
    {
        for (var times = 0; times < 3; times++)
        {
            Done(await _world.Get<SetDeadline>().RunAsync(
                new(June, DeadlineKind.Entry, EntryTier.OnTime, _world.Clock.Now.AddDays(1).AddTicks(7), null, [Named.Name("Cyprus"), Named.Name("Austria"), Named.Name("Cyprus")]),
                World.People.Board, Ct));
            Done(await PriceAsync(95.5m, syllabus: "0580"));
        }

        await using var db = _world.Open(World.People.Board);
        (await db.News.Where(one => one.Type == NewsType.DeadlineSet || one.Type == NewsType.FeeSet).Select(one => one.Type).ToListAsync(Ct))
            .Should().Equal(NewsType.DeadlineSet, NewsType.FeeSet);
        (await db.Audit.CountAsync(one => one.Action == AuditAction.DeadlineSet || one.Action == AuditAction.FeeSet, Ct)).Should().Be(2);
        (await db.Deadlines.SingleAsync(Ct)).Countries.Should().Equal(Named.Name("Austria"), Named.Name("Cyprus"));
    }

    [Fact]
    public async Task A_new_price_is_for_what_is_entered_from_then_on()
    {
        await _world.EnterAsync(Us123, 1, "0580");
        Done(await PriceAsync(95m));
        Done(await EnterAsync("8021"));

        var fee = Done(await PriceAsync(105.25m));

        (fee.Price.ToString(), fee.Qualification, fee.Syllabus).Should().Be(("105.25 GBP", null, null));
        Done(await EnterAsync());
        await using var db = _world.Open(World.People.Board);
        (await db.FeeLines.OrderBy(one => one.Id).Select(one => one.Hundredths).ToListAsync(Ct)).Should().Equal(9_500, 10_525);
        (await db.News.Where(one => one.Type == NewsType.FeeSet).ToListAsync(Ct)).Should().HaveCount(2).And.OnlyContain(one => one.Series == June && one.Centre == null);
    }

    [Fact]
    public async Task What_cannot_be_a_fee_is_refused()
    {
        foreach (var amount in new[] { -0.01m, 0.001m, 1_000_000.01m, decimal.MaxValue, decimal.MinValue })
        {
            Refused(await PriceAsync(amount)).Should().Be(new FeeOutOfRange(), "{0}", amount);
        }

        Refused(await PriceAsync(1, qualification: "NONE")).Code.Should().Be("QUALIFICATION_NOT_FOUND");
        Refused(await PriceAsync(1, syllabus: "9999")).Code.Should().Be("SYLLABUS_UNKNOWN");
        Refused(await PriceAsync(1, syllabus: "0580", qualification: "AL")).Should().Be(new FeeForOtherQualification(Named.Syllabus("0580"), Named.Qualification("IGCSE")));
        Refused(await _world.Get<SetFee>().RunAsync(new(Named.Series("2031-06"), EntryTier.OnTime, 1, Named.Word<CurrencyCode>("GBP")), World.People.Board, Ct))
            .Code.Should().Be("SERIES_NOT_FOUND");
        Done(await PriceAsync(0)).Hundredths.Should().Be(0);
        Done(await PriceAsync(1_000_000m)).Hundredths.Should().Be(Fee.MostHundredths);
    }

    [Fact]
    public async Task Nobody_but_the_board_sets_deadlines_and_fees()
    {
        Refused(await SetAsync(EntryTier.OnTime, days: 1, caller: OfficerOf(Us123))).Should().Be(new BoardOnly());
        Refused(await _world.Get<SetFee>().RunAsync(new(June, EntryTier.OnTime, 1, Named.Word<CurrencyCode>("GBP")), OfficerOf(Us123), Ct)).Should().Be(new BoardOnly());
        Refused(await _world.Get<SetDeadline>().RunAsync(
            new(Named.Series("2031-06"), DeadlineKind.Entry, EntryTier.OnTime, _world.Clock.Now.AddYears(5)), World.People.Board, Ct)).Code.Should().Be("SERIES_NOT_FOUND");
    }

    private Task<Outcome<Deadline>> SetAsync(EntryTier tier, double days, Zone? zone = null, DeadlineKind kind = DeadlineKind.Entry, Caller? caller = null) =>
        _world.Get<SetDeadline>().RunAsync(new(June, kind, tier, _world.Clock.Now.AddDays(days), zone), caller ?? World.People.Board, Ct);

    private Task<Outcome<Fee>> PriceAsync(decimal amount, string? qualification = null, string? syllabus = null) => _world.Get<SetFee>().RunAsync(
        new(June, EntryTier.OnTime, amount, Named.Word<CurrencyCode>("GBP"), qualification is null ? null : Named.Qualification(qualification), syllabus is null ? null : Named.Syllabus(syllabus)),
        World.People.Board, Ct);

    private Task<Outcome<Entry>> EnterAsync(string syllabus = "9709") => _world.Get<EnterCandidate>().RunAsync(
        Wish(Us123, Named.Candidate("0001"), Named.Syllabus(syllabus), Named.Option("A")), OfficerOf(Us123), Ct);

    private async Task<List<NewsType>> HeardAsync(string scope)
    {
        await using var db = _world.Open(new Caller.Client(
            0, "client", new HashSet<Permission> { Named.Word<Permission>(scope), Named.Word<Permission>(Permission.EventsRead) }, new HashSet<CentreNumber> { Us123 }, 0));
        return await db.News.Where(one => one.Type == NewsType.DeadlineSet || one.Type == NewsType.FeeSet).Select(one => one.Type).ToListAsync(Ct);
    }
}
