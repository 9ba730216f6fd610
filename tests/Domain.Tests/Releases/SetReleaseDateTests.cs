using Exams.Domain.Releases;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Releases;

/// <summary>Rule 21, and release instants that have passed are frozen.</summary>
public sealed class SetReleaseDateTests
{
    private static readonly QualificationCode Igcse = Named.Qualification("IGCSE");
    private static readonly DateTimeOffset Now = Named.At("2026-08-01T00:00:00Z");
    private static readonly DateTimeOffset Day11 = Named.At("2026-08-11T05:00:00Z");
    private static readonly DateTimeOffset Day12 = Named.At("2026-08-12T05:00:00Z");

    [Fact]
    public void The_centres_date_is_set_first_and_the_candidates_may_be_the_same_instant()
    {
        Set(Schedule(), Audience.Centre, Day11).IsDone(out var first, out _).Should().BeTrue();
        Set(Schedule(first!.Date), Audience.Candidate, Day11).IsDone(out var second, out _).Should().BeTrue();

        (second!.Date.At, second.ExpectedVersion, second.Other).Should().Be((Day11, 0, first.Date));
    }

    [Fact]
    public void Candidates_do_not_see_results_before_their_centre()
    {
        Refused(Set(Schedule(), Audience.Candidate, Day11)).Code.Should().Be("CANDIDATES_BEFORE_CENTRE");
        Refused(Set(Schedule(Date(Audience.Centre, Day12)), Audience.Candidate, Day11)).Code.Should().Be("CANDIDATES_BEFORE_CENTRE");
        Refused(Set(Schedule(Date(Audience.Centre, Day11), Date(Audience.Candidate, Day11)), Audience.Centre, Day12))
            .Code.Should().Be("CANDIDATES_BEFORE_CENTRE");
    }

    [Fact]
    public void A_future_date_can_be_moved_either_way()
    {
        Set(Schedule(Date(Audience.Centre, Day11)), Audience.Centre, Day12).IsDone(out var later, out _).Should().BeTrue();

        (later!.Date.At, later.Date.Version, later.ExpectedVersion).Should().Be((Day12, 2, 1));
        Set(Schedule(later.Date), Audience.Centre, Day11).IsDone(out _, out _).Should().BeTrue();
    }

    [Fact]
    public void A_future_date_can_be_moved_to_now()
    {
        Set(Schedule(Date(Audience.Centre, Day11)), Audience.Centre, at: null, now: true).IsDone(out var change, out _).Should().BeTrue();

        change!.Date.At.Should().Be(Now);
        new ReleaseSchedule([change.Date]).Visible(Igcse, Audience.Centre, ReleaseDelay.Nothing, Now).Should().BeTrue();
    }

    [Fact]
    public void A_date_that_has_passed_is_frozen_from_its_instant_on()
    {
        var passed = new ReleaseDate(Roll.June, Igcse, Audience.Centre, Now);

        Refused(Set(Schedule(passed), Audience.Centre, Day11)).Code.Should().Be("RELEASE_FROZEN");
        Refused(Set(Schedule(passed), Audience.Centre, at: null, now: true)).Code.Should().Be("RELEASE_FROZEN");
        FluentActions.Invoking(() => passed.Move(Day11, Now)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_date_in_the_past_is_refused_because_now_is_said_in_so_many_words() =>
        Refused(Set(Schedule(), Audience.Centre, Now.AddTicks(-1))).Code.Should().Be("RELEASE_IN_PAST");

    [Fact]
    public void Either_an_instant_or_now_and_not_both()
    {
        Refused(Set(Schedule(), Audience.Centre, at: null)).Code.Should().Be("RELEASE_MOMENT_UNCLEAR");
        Refused(Set(Schedule(), Audience.Centre, Day11, now: true)).Code.Should().Be("RELEASE_MOMENT_UNCLEAR");
    }

    [Fact]
    public void A_refused_move_leaves_the_date_where_it_was()
    {
        var date = Date(Audience.Centre, Day11);

        Refused(Set(Schedule(date, Date(Audience.Candidate, Day11)), Audience.Centre, Day12));

        (date.At, date.Version).Should().Be((Day11, 1));
    }

    [Fact]
    public void The_candidates_date_makes_sheets_stale_and_the_centres_does_not()
    {
        Set(Schedule(), Audience.Centre, Day11).IsDone(out var centre, out _);
        Set(Schedule(centre!.Date), Audience.Candidate, Day12).IsDone(out var candidate, out _);

        centre.Stales.Should().BeFalse();
        candidate!.Stales.Should().BeTrue();
    }

    [Fact]
    public void A_change_orders_its_announcement_for_the_instant_and_tells_of_itself()
    {
        Set(Schedule(), Audience.Centre, Day11).IsDone(out var change, out _);

        change!.Job.DueAt.Should().Be(Day11);
        (change.News.ReleaseAt, change.News.Qualification, change.News.Audience).Should().Be((Day11, Igcse, Audience.Centre));
        change.Audit.Actor.Should().Be("board:board");
    }

    private static ReleaseDate Date(Audience audience, DateTimeOffset at) => new(Roll.June, Igcse, audience, at);

    private static ReleaseSchedule Schedule(params ReleaseDate[] dates) => new(dates);

    private static Outcome<ReleaseChange> Set(ReleaseSchedule schedule, Audience audience, DateTimeOffset? at, bool now = false) =>
        schedule.Set(new SetReleaseDate.Request(Roll.June, Igcse, audience, at, now), People.Board, Now);

    private static Refusal Refused(Outcome<ReleaseChange> outcome)
    {
        outcome.IsDone(out _, out var refusal).Should().BeFalse();
        return refusal!;
    }
}
