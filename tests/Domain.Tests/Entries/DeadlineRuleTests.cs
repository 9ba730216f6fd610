using Exams.Domain.Entries;
using Exams.Domain.Fees;
using Exams.Domain.KeyDates;

namespace Exams.Domain.Tests.Entries;

/// <summary>Rule 8: the server's clock, the board's deadlines, and what being late costs.</summary>
public sealed class DeadlineRuleTests
{
    [Theory]
    [InlineData("2026-02-21T23:59:59Z", EntryTier.OnTime)]
    [InlineData("2026-02-22T00:00:00Z", EntryTier.OnTime)]
    [InlineData("2026-02-22T00:00:01Z", EntryTier.Late)]
    [InlineData("2026-03-10T00:00:01Z", EntryTier.VeryLate)]
    public void Rule_8_the_tier_follows_from_the_instant_at_which_the_entry_came_in(string at, EntryTier tier) =>
        June().At(at).Submit("0580", "A").Entry!.Tier.Should().Be(tier);

    [Fact]
    public void Rule_8_after_the_last_deadline_nothing_is_taken_any_more()
    {
        var school = June().At("2026-02-01T00:00:00Z").Has("0580", "A").At("2026-04-01T00:00:01Z");

        var refusal = school.Submit("0500", "A").Refusals.Should().ContainSingle().Which.Should().BeOfType<EntriesClosed>().Which;
        refusal.ClosedAt.Should().Be(World.Named.At("2026-04-01T00:00:00Z"));
        school.Submit("0580", "B").Refusals.Should().ContainSingle().Which.Code.Should().Be("ENTRIES_CLOSED");
        school.Submit("0580", "A").Action.Should().Be(EntryAction.Unchanged, "a nightly sync goes on saying what stands");
        school.Submit("0580", "A", reference: "mis-1").Action.Should().Be(EntryAction.Amended, "a client's own key is no amendment that the board looks at");
    }

    [Fact]
    public void Rule_8_a_deadline_for_countries_stands_before_one_for_a_zone_and_that_before_one_for_all()
    {
        School Place(string country, int zone) => School.In("2026-11", country: country, zone: zone).Offers("0580", "A")
            .Deadline(DeadlineKind.Entry, EntryTier.OnTime, "2026-08-16T00:00:00Z")
            .Deadline(DeadlineKind.Entry, EntryTier.OnTime, "2026-08-20T00:00:00Z", zone: 4)
            .Deadline(DeadlineKind.Entry, EntryTier.OnTime, "2026-09-21T00:00:00Z", countries: ["Nepal", "India"]);

        Place("Kenya", 3).At("2026-08-17T00:00:00Z").Submit("0580", "A").Refusals.Should().ContainSingle(refusal => refusal.Code == "ENTRIES_CLOSED");
        Place("Pakistan", 4).At("2026-08-17T00:00:00Z").Submit("0580", "A").Action.Should().Be(EntryAction.Made);
        Place("Pakistan", 4).At("2026-09-17T00:00:00Z").Submit("0580", "A").Refusals.Should().ContainSingle(refusal => refusal.Code == "ENTRIES_CLOSED");
        Place("India", 4).At("2026-09-17T00:00:00Z").Submit("0580", "A").Action.Should().Be(EntryAction.Made);
    }

    [Fact]
    public void A_series_without_deadlines_is_open_and_never_late() =>
        School.In("2026-06").Offers("0580", "A").At("2030-01-01T00:00:00Z").Submit("0580", "A").Entry!.Tier.Should().Be(EntryTier.OnTime);

    [Fact]
    public void An_entry_costs_its_fee_and_a_late_one_a_late_fee_besides()
    {
        var school = Priced().At("2026-03-01T00:00:00Z");

        school.Submit("0580", "A");

        Lines(school).Should().Equal((FeeLineKind.Entry, EntryTier.OnTime, 95m), (FeeLineKind.Late, EntryTier.Late, 40m));
    }

    [Fact]
    public void The_fee_of_a_syllabus_stands_before_that_of_its_qualification_and_that_before_the_one_for_all()
    {
        var school = Priced().Fee(EntryTier.OnTime, 110, "IGCSE").Fee(EntryTier.OnTime, 150, syllabus: "0500").Offers("9709", "Mathematics", "AL", ["A"]).At("2026-01-01T00:00:00Z");

        decimal Costs(string syllabus)
        {
            school.Submit(syllabus, "A");
            return school.Change.Fees.Single().Price.Amount;
        }

        (Costs("0580"), Costs("0500"), Costs("9709")).Should().Be((110m, 150m, 95m));
    }

    [Fact]
    public void An_amendment_costs_nothing_on_time_and_a_late_fee_afterwards()
    {
        var school = Priced().At("2026-01-01T00:00:00Z").Has("0580", "A");

        school.Submit("0580", "B");
        Lines(school).Should().BeEmpty();

        school.At("2026-03-20T00:00:00Z").Submit("0580", "A");
        Lines(school).Should().Equal((FeeLineKind.Late, EntryTier.VeryLate, 80m));
    }

    [Fact]
    public void A_withdrawal_gives_the_entry_fee_back_while_entries_are_open_and_never_the_late_fee()
    {
        var school = Priced().At("2026-03-01T00:00:00Z").Has("0580", "A").Has("0500", "A");

        school.Withdraw("0580");
        Lines(school).Should().Equal((FeeLineKind.Refund, EntryTier.Late, -95m));

        school.At("2026-05-01T00:00:00Z").Withdraw("0500");
        Lines(school).Should().BeEmpty();
    }

    [Fact]
    public void What_was_given_back_once_is_not_given_back_again()
    {
        var school = Priced().At("2026-01-01T00:00:00Z").Has("0580", "A");
        school.Withdraw("0580");
        school.Has("0580", "A");

        school.Withdraw("0580");

        Lines(school).Should().Equal((FeeLineKind.Refund, EntryTier.OnTime, -95m));
    }

    private static School June() => School.In("2026-06").Offers("0580", "A", "B").Offers("0500", "A")
        .Deadline(DeadlineKind.Entry, EntryTier.OnTime, "2026-02-22T00:00:00Z")
        .Deadline(DeadlineKind.Entry, EntryTier.Late, "2026-03-10T00:00:00Z")
        .Deadline(DeadlineKind.Entry, EntryTier.VeryLate, "2026-04-01T00:00:00Z");

    private static School Priced() => June().Fee(EntryTier.OnTime, 95).Fee(EntryTier.Late, 40).Fee(EntryTier.VeryLate, 80);

    private static IEnumerable<(FeeLineKind, EntryTier, decimal)> Lines(School school) => school.Change.Fees.Select(line => (line.Kind, line.Tier, line.Price.Amount));
}
