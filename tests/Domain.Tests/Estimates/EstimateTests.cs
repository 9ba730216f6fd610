using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.Estimates;
using Exams.Domain.KeyDates;
using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Estimates;

/// <summary>Domain 2.1.</summary>
public sealed class EstimateTests
{
    private static readonly DateTimeOffset Now = Named.At("2025-10-01T12:00:00Z");
    private static readonly Series June = Named.Series("2026-06");
    private static readonly CentreNumber Us123 = Named.Centre("US123");

    private readonly List<Deadline> _deadlines = [];
    private readonly List<EstimatedEntry> _standing = [];

    private EstimateDesk Open(Caller? caller = null)
    {
        var centre = new Centre(Us123, new CentreDetails(
            Named.Name("School"), Named.Name("United States"), Named.Zone(1), Named.Word<IanaTimeZone>("America/New_York"), Wording.EnUs, [Named.Qualification("IGCSE")]));
        Syllabus[] syllabuses = [new(Named.Syllabus("0580"), Named.Name("Mathematics"), Named.Qualification("IGCSE")), new(Named.Syllabus("9709"), Named.Name("Mathematics"), Named.Qualification("AL"))];
        return new EstimateDesk(
            new EstimateFacts(
                new Dictionary<CentreNumber, Centre> { [Us123] = centre }, new HashSet<Series> { June }, syllabuses.ToDictionary(one => one.Code),
                _deadlines.ToLookup(one => one.Series), _standing),
            caller ?? People.OfficerOf("US123"),
            Now);
    }

    private static EstimateWish Wish(int count, string syllabus = "0580", string centre = "US123", string series = "2026-06") =>
        new(Named.Centre(centre), Named.Series(series), Named.Syllabus(syllabus), count);

    private EstimateTests Has(int count)
    {
        var estimate = new EstimatedEntry(Us123, June, Named.Syllabus("0580"), count, Now.AddDays(-1));
        typeof(EstimatedEntry).GetProperty(nameof(EstimatedEntry.Id))!.SetValue(estimate, 1L);
        _standing.Add(estimate);
        return this;
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(99_999, true)]
    [InlineData(-1, false)]
    [InlineData(100_000, false)]
    public void A_centre_expects_none_to_99_999(int count, bool good)
    {
        var row = Open().Set(Wish(count));
        (row.Action == EstimateAction.Set).Should().Be(good);
        row.Refusals.Should().Equal(good ? [] : [new EstimateOutOfRange(count)]);
    }

    [Fact]
    public void A_count_is_replaced_and_the_same_count_left_alone()
    {
        var desk = Has(10).Open();
        desk.Set(Wish(10)).Action.Should().Be(EstimateAction.Unchanged);
        desk.Change.News.Should().BeEmpty();
        desk.Set(Wish(12)).Estimate!.SetAt.Should().Be(Now);
        (desk.Change.Added.Count, desk.Change.Changed.Single().Count).Should().Be((0, 12));
    }

    [Fact]
    public void Of_two_rows_for_the_same_the_later_stands_and_news_is_told_once()
    {
        var desk = Open();
        desk.Set(Wish(10)).Action.Should().Be(EstimateAction.Set);
        desk.Set(Wish(11)).Action.Should().Be(EstimateAction.Set);
        desk.Change.Added.Single().Count.Should().Be(11);
        (desk.Change.News.Count, desk.Change.Audit.Count).Should().Be((1, 1));
    }

    [Fact]
    public void Rule_8_after_the_deadline_only_what_is_so_already_passes()
    {
        _deadlines.Add(new Deadline(June, DeadlineKind.EstimatedEntries, EntryTier.OnTime, Now));
        Open().Set(Wish(10)).Refusals.Should().BeEmpty("the deadline is the last instant in time");
        _deadlines[0] = new Deadline(June, DeadlineKind.EstimatedEntries, EntryTier.OnTime, Now.AddTicks(-10));
        Open().Set(Wish(10)).Refusals.Should().Equal(new EstimatesClosed(June, Now.AddTicks(-10)));
        Has(10).Open().Set(Wish(10)).Action.Should().Be(EstimateAction.Unchanged);
    }

    [Fact]
    public void Rule_8_a_deadline_for_other_countries_or_for_entries_does_not_bind()
    {
        _deadlines.Add(new Deadline(June, DeadlineKind.EstimatedEntries, EntryTier.OnTime, Now.AddDays(-1), countries: [Named.Name("India")]));
        _deadlines.Add(new Deadline(June, DeadlineKind.Entry, EntryTier.OnTime, Now.AddDays(-1)));
        Open().Set(Wish(10)).Refusals.Should().BeEmpty();
    }

    [Fact]
    public void Rule_6_a_centre_expects_nobody_for_what_it_may_not_enter_and_everything_wrong_is_told()
    {
        Open().Set(Wish(-5, "9709")).Refusals.Should().Equal(new CentreNotApproved(Named.Qualification("AL")), new EstimateOutOfRange(-5));
        Open().Set(Wish(5, "0999")).Refusals.Should().Equal(new SyllabusUnknown(Named.Syllabus("0999")));
    }

    [Fact]
    public void Rule_2_other_centres_and_unknown_ones_look_alike()
    {
        Open().Set(Wish(5, centre: "GB045")).Refusals.Should().Equal(new CentreNotFound(Named.Centre("GB045")));
        Open(People.OfficerOf("GB045")).Set(Wish(5)).Refusals.Should().Equal(new CentreNotFound(Us123));
        Open().Set(Wish(5, series: "2027-06")).Refusals.Should().Equal(new SeriesNotFound(Named.Series("2027-06")));
        Open(People.Board).Set(Wish(5)).Refusals.Should().BeEmpty();
    }
}
