using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;

namespace Exams.Infrastructure.Tests.Documents;

public sealed class ReleaseLinesTests
{
    private static readonly DateTimeOffset August = new(2026, 8, 11, 5, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/London", Wording.EnGb, "Tuesday 11 August 2026 at 06:00", "London time, UTC+01:00")]
    [InlineData("Europe/London", Wording.EnUs, "Tuesday, August 11, 2026 at 6:00 AM", "London time, UTC+01:00")]
    [InlineData("America/New_York", Wording.EnUs, "Tuesday, August 11, 2026 at 1:00 AM", "New York time, UTC-04:00")]
    [InlineData("Asia/Kolkata", Wording.EnGb, "Tuesday 11 August 2026 at 10:30", "Kolkata time, UTC+05:30")]
    [InlineData("Pacific/Auckland", Wording.EnUs, "Tuesday, August 11, 2026 at 5:00 PM", "Auckland time, UTC+12:00")]
    [InlineData("America/Los_Angeles", Wording.EnGb, "Monday 10 August 2026 at 22:00", "Los Angeles time, UTC-07:00")]
    [InlineData("America/Argentina/Buenos_Aires", Wording.EnGb, "Tuesday 11 August 2026 at 02:00", "Buenos Aires time, UTC-03:00")]
    [InlineData("Etc/UTC", Wording.EnGb, "Tuesday 11 August 2026 at 05:00", "UTC")]
    [InlineData("Africa/Accra", Wording.EnGb, "Tuesday 11 August 2026 at 05:00", "Accra time, UTC")]
    public void An_instant_is_written_in_the_centres_zone_and_the_readers_way(string zone, Wording wording, string when, string where)
    {
        ReleaseLines.For([("Cambridge IGCSE", August)], TimeZoneInfo.FindSystemTimeZoneById(zone), wording)
            .Should().BeEquivalentTo([new SheetRelease(["Cambridge IGCSE"], when, where)]);
    }

    [Fact]
    public void What_comes_out_together_is_one_line_and_lines_are_in_order_of_time()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var lines = ReleaseLines.For(
            [("Pre-U", August.AddDays(2)), ("IGCSE", August), ("O Level", August.ToOffset(TimeSpan.FromHours(3))), ("IGCSE", August)], zone, Wording.EnGb);
        lines.Select(line => string.Join('+', line.Qualifications)).Should().Equal("IGCSE+O Level", "Pre-U");
    }

    [Fact]
    public void The_offset_is_the_one_of_that_day()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var lines = ReleaseLines.For([("June", August), ("November", new DateTimeOffset(2027, 1, 12, 6, 0, 0, TimeSpan.Zero))], zone, Wording.EnGb);
        lines.Select(line => (line.When, line.Zone)).Should().Equal(
            ("Tuesday 11 August 2026 at 06:00", "London time, UTC+01:00"), ("Tuesday 12 January 2027 at 06:00", "London time, UTC"));
    }

    [Fact]
    public void No_sheet_names_a_minute_in_which_results_are_not_out_yet()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var lines = ReleaseLines.For(
            [("IGCSE", August.AddTicks(1)), ("O Level", August.AddSeconds(32)), ("Pre-U", August.AddMinutes(1)), ("A Level", August)], zone, Wording.EnGb);
        lines.Select(line => (line.When, string.Join('+', line.Qualifications))).Should().Equal(
            ("Tuesday 11 August 2026 at 06:00", "A Level"), ("Tuesday 11 August 2026 at 06:01", "IGCSE+O Level+Pre-U"));
    }
}
