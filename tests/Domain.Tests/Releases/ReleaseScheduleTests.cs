using Exams.Domain.Releases;
using Exams.Domain.Vocabulary;
using Exams.World;
using FsCheck;
using FsCheck.Fluent;

namespace Exams.Domain.Tests.Releases;

/// <summary>Rules 20 to 22, example E10 (June 2021), traps T3 and T4.</summary>
public sealed class ReleaseScheduleTests
{
    private static readonly Series June = Named.Series("2021-06");
    private static readonly QualificationCode ALevel = Named.Qualification("ALEVEL");
    private static readonly QualificationCode Igcse = Named.Qualification("IGCSE");
    private static readonly QualificationCode PreU = Named.Qualification("PREU");

    // Announced in British Summer Time, kept as instants.
    private static readonly ReleaseSchedule Schedule = new(
    [
        new(June, ALevel, Audience.Centre, Named.At("2021-08-10T06:00:00+01:00")),
        new(June, ALevel, Audience.Candidate, Named.At("2021-08-10T06:00:00+01:00")),
        new(June, Igcse, Audience.Centre, Named.At("2021-08-12T06:00:00+01:00")),
        new(June, Igcse, Audience.Candidate, Named.At("2021-08-12T06:00:00+01:00")),
        new(June, PreU, Audience.Centre, Named.At("2021-08-09T00:01:00+01:00")),
        new(June, PreU, Audience.Candidate, Named.At("2021-08-10T08:00:00+01:00")),
    ]);

    [Theory]
    [InlineData("ALEVEL", Audience.Candidate, "2021-08-10T04:59:59.9999999Z", false)]
    [InlineData("ALEVEL", Audience.Centre, "2021-08-10T04:59:59Z", false)]
    [InlineData("ALEVEL", Audience.Candidate, "2021-08-10T05:00:00Z", true)]
    [InlineData("ALEVEL", Audience.Centre, "2021-08-10T05:00:00Z", true)]
    [InlineData("IGCSE", Audience.Candidate, "2021-08-12T04:59:59Z", false)]
    [InlineData("IGCSE", Audience.Candidate, "2021-08-12T05:00:00Z", true)]
    [InlineData("PREU", Audience.Centre, "2021-08-08T23:00:59Z", false)]
    [InlineData("PREU", Audience.Centre, "2021-08-08T23:01:00Z", true)]
    [InlineData("PREU", Audience.Candidate, "2021-08-08T23:01:00Z", false)]
    [InlineData("PREU", Audience.Candidate, "2021-08-10T06:59:59Z", false)]
    [InlineData("PREU", Audience.Candidate, "2021-08-10T07:00:00Z", true)]
    public void Results_are_seen_from_the_instant_of_their_qualification_and_audience_on(
        string qualification, Audience audience, string now, bool visible) =>
        Schedule.Visible(Named.Qualification(qualification), audience, ReleaseDelay.Nothing, Named.At(now)).Should().Be(visible);

    [Theory]
    [InlineData(Audience.Candidate, "2021-08-10T06:59:59Z", false)]
    [InlineData(Audience.Candidate, "2021-08-10T07:00:00Z", true)]
    [InlineData(Audience.Centre, "2021-08-10T05:00:00Z", true)]
    public void A_centres_delay_of_two_hours_moves_its_candidates_and_nobody_else(Audience audience, string now, bool visible) =>
        Schedule.Visible(ALevel, audience, Named.Delay(120), Named.At(now)).Should().Be(visible);

    [Fact]
    public void Where_no_date_is_set_nothing_is_released_ever()
    {
        Schedule.InstantFor(Named.Qualification("OLEVEL"), Audience.Candidate, ReleaseDelay.Nothing).Should().BeNull();
        Schedule.Visible(Named.Qualification("OLEVEL"), Audience.Candidate, ReleaseDelay.Nothing, DateTimeOffset.MaxValue).Should().BeFalse();
    }

    [Fact]
    public void Instants_are_kept_in_UTC_whatever_zone_they_were_given_in() =>
        Schedule.Dates.Should().OnlyContain(date => date.At.Offset == TimeSpan.Zero);

    [Fact]
    public void What_is_released_stays_released_and_a_longer_delay_never_shows_it_sooner() =>
        Prop.ForAll(
            Gen.Choose(-100_000, 100_000).Two().Zip(Gen.Choose(0, ReleaseDelay.MostMinutes).Two()).ToArbitrary(),
            drawn =>
            {
                var (minutes, delays) = drawn;
                var sooner = Named.At("2021-08-10T05:00:00Z").AddMinutes(Math.Min(minutes.Item1, minutes.Item2));
                var later = Named.At("2021-08-10T05:00:00Z").AddMinutes(Math.Max(minutes.Item1, minutes.Item2));
                var shorter = Named.Delay(Math.Min(delays.Item1, delays.Item2));
                var longer = Named.Delay(Math.Max(delays.Item1, delays.Item2));
                bool Sees(ReleaseDelay delay, DateTimeOffset now) => Schedule.Visible(ALevel, Audience.Candidate, delay, now);

                return (!Sees(longer, sooner) || Sees(longer, later))
                    && (!Sees(longer, sooner) || Sees(shorter, sooner))
                    && (!Sees(shorter, sooner) || Schedule.Visible(ALevel, Audience.Centre, shorter, sooner));
            })
            .QuickCheckThrowOnFailure();
}
