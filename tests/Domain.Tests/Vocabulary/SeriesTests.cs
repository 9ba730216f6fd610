using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Vocabulary;

public sealed class SeriesTests
{
    [Theory]
    [InlineData("2026-03", "March 2026")]
    [InlineData("2026-05", "May 2026")]
    [InlineData("2026-06", "June 2026")]
    [InlineData("2026-10", "October 2026")]
    [InlineData("2026-11", "November 2026")]
    public void A_series_is_written_by_month_and_shown_by_its_name(string typed, string shown)
    {
        Named.Series(typed).Display.Should().Be(shown);
        Named.Series(typed).ToString().Should().Be(typed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-01")]
    [InlineData("2026-6")]
    [InlineData("2026/06")]
    [InlineData("June 2026")]
    [InlineData("0026-06")]
    [InlineData("2026-06 ")]
    public void There_is_no_series_in_other_months_or_spellings(string? typed) => Series.TryParse(typed, out _).Should().BeFalse();

    [Fact]
    public void Earlier_series_come_first() =>
        new[] { "2026-11", "2025-11", "2026-03", "2026-06" }.Select(Named.Series).Order().Select(one => one.ToString())
            .Should().Equal("2025-11", "2026-03", "2026-06", "2026-11");
}
