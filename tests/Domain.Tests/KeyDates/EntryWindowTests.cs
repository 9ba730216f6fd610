using Exams.Domain.Centres;
using Exams.Domain.KeyDates;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.KeyDates;

/// <summary>Rules 8 and 9 as a centre sees them ahead: what an entry made now would be, and what changes when.</summary>
public sealed class EntryWindowTests
{
    private static readonly Series November = Named.Series("2026-11");

    private static readonly EntryCalendar Calendar = new(
        new Centre(Named.Centre("US123"), new CentreDetails(
            Named.Name("School"), Named.Name("United States"), Named.Zone(1), Named.Word<IanaTimeZone>("America/New_York"), Wording.EnUs, [])),
        [
            Until(DeadlineKind.Entry, EntryTier.OnTime, "2026-08-16T23:59:00Z"), Until(DeadlineKind.Entry, EntryTier.Late, "2026-09-07T23:59:00Z"),
            Until(DeadlineKind.Entry, EntryTier.VeryLate, "2026-09-28T23:59:00Z"), Until(DeadlineKind.RetakeEntry, EntryTier.OnTime, "2026-09-21T23:59:00Z"),
        ]);

    [Theory]
    [InlineData(false, "2026-01-01T00:00:00Z", EntryTier.OnTime, "2026-08-16T23:59:00Z", EntryTier.Late)]
    [InlineData(false, "2026-08-16T23:59:00Z", EntryTier.OnTime, "2026-08-16T23:59:00Z", EntryTier.Late)]
    [InlineData(false, "2026-08-16T23:59:01Z", EntryTier.Late, "2026-09-07T23:59:00Z", EntryTier.VeryLate)]
    [InlineData(false, "2026-09-08T00:00:00Z", EntryTier.VeryLate, "2026-09-28T23:59:00Z", null)]
    [InlineData(true, "2026-09-08T00:00:00Z", EntryTier.OnTime, "2026-09-21T23:59:00Z", EntryTier.VeryLate)]
    [InlineData(true, "2026-09-22T00:00:00Z", EntryTier.VeryLate, "2026-09-28T23:59:00Z", null)]
    public void A_window_says_how_late_an_entry_would_be_and_what_comes_next(bool isRetake, string now, EntryTier tier, string endsAt, EntryTier? next) =>
        Calendar.WindowAt(isRetake, Named.At(now)).Should().Be(new EntryWindow(tier, Named.At(endsAt), next, Named.At("2026-09-28T23:59:00Z")));

    [Fact]
    public void After_the_last_deadline_the_window_is_closed_and_says_since_when()
    {
        var window = Calendar.WindowAt(isRetake: false, Named.At("2026-09-28T23:59:01Z"))!;

        window.Should().Be(new EntryWindow(null, null, null, Named.At("2026-09-28T23:59:00Z")));
        window.IsOpen.Should().BeFalse();
    }

    [Fact]
    public void A_series_without_a_retake_deadline_has_no_window_for_retakes_and_one_without_deadlines_never_closes()
    {
        var empty = new EntryCalendar(
            new Centre(Named.Centre("US123"), new CentreDetails(
                Named.Name("School"), Named.Name("Kenya"), Named.Zone(3), Named.Word<IanaTimeZone>("Africa/Nairobi"), Wording.EnGb, [])), []);

        empty.WindowAt(isRetake: true, Named.At("2026-01-01T00:00:00Z")).Should().BeNull();
        empty.WindowAt(isRetake: false, Named.At("2090-01-01T00:00:00Z")).Should().Be(new EntryWindow(EntryTier.OnTime, null, null, null));
    }

    [Fact]
    public void A_dearer_tier_that_ends_no_later_contradicts_a_cheaper_one_beside_it_and_no_other()
    {
        var onTime = Until(DeadlineKind.Entry, EntryTier.OnTime, "2026-08-16T23:59:00Z");

        Until(DeadlineKind.Entry, EntryTier.Late, "2026-08-16T23:59:00Z").Contradicts(onTime).Should().BeTrue();
        onTime.Contradicts(Until(DeadlineKind.Entry, EntryTier.Late, "2026-08-15T00:00:00Z")).Should().BeTrue();
        Until(DeadlineKind.Entry, EntryTier.Late, "2026-08-17T00:00:00Z").Contradicts(onTime).Should().BeFalse();
        Until(DeadlineKind.RetakeEntry, EntryTier.Late, "2026-08-01T00:00:00Z").Contradicts(onTime).Should().BeFalse();
        new Deadline(November, DeadlineKind.Entry, EntryTier.Late, Named.At("2026-08-01T00:00:00Z"), Named.Zone(4)).Contradicts(onTime).Should().BeFalse();
    }

    private static Deadline Until(DeadlineKind kind, EntryTier tier, string at) => new(November, kind, tier, Named.At(at));
}
