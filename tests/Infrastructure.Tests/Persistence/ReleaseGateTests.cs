using Exams.Domain.Candidates;
using Exams.Domain.Vocabulary;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Persistence;

/// <summary>Who reads which results at which instant: one microsecond before and at each release (rules 20 to 22, example E10).</summary>
public abstract class ReleaseGateTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private static readonly DateTimeOffset _pre = Named.At("2026-08-08T23:01:00Z");
    private static readonly DateTimeOffset _preForCandidates = Named.At("2026-08-10T07:00:00Z");
    private static readonly DateTimeOffset _levels = Named.At("2026-08-10T05:00:00Z");
    private static readonly DateTimeOffset _igcse = Named.At("2026-08-12T05:00:00Z");
    private static readonly TimeSpan _tick = TimeSpan.FromMicroseconds(1);

    private Candidate _here = null!;
    private Candidate _there = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        string[] all = ["0580", "8021", "9709", "9800"];
        _here = (await World.EnterAsync(Us123, 2, all))[0];
        _there = (await World.EnterAsync(Uk12345, 1, all))[0];
        await using (var db = World.Open(People.Board))
        {
            var everybody = await db.Candidates.ToListAsync();
            await World.GradeAsync(everybody, "0580", "B");
            await World.GradeAsync(everybody, "8021", "a");
            await World.GradeAsync(everybody, "9709", "A");
            await World.GradeAsync(everybody, "9800", "D1");
        }

        await World.SetReleaseAsync("PREU", Audience.Centre, _pre);
        await World.SetReleaseAsync("PREU", Audience.Candidate, _preForCandidates);
        foreach (var audience in Enum.GetValues<Audience>())
        {
            await World.SetReleaseAsync("AS", audience, _levels);
            await World.SetReleaseAsync("AL", audience, _levels);
            await World.SetReleaseAsync("IGCSE", audience, _igcse);
        }

        await World.ConfirmAllAsync(Us123, delayMinutes: 120);
        await World.ConfirmAllAsync(Uk12345);
    }

    private async Task<string> SeesAsync(Caller caller, DateTimeOffset instant)
    {
        await using var db = World.Source.Open(caller, instant);
        var results = await db.Results.OrderBy(result => result.Syllabus).ToListAsync();
        return string.Join(' ', results.Select(result => $"{result.Centre}/{result.Candidate}/{result.Syllabus}:{result.Grade}"));
    }

    [Fact]
    public async Task An_officer_sees_each_qualification_from_its_instant_on()
    {
        var officer = OfficerOf(Uk12345);

        (await SeesAsync(officer, _pre - _tick)).Should().BeEmpty();
        (await SeesAsync(officer, _pre)).Should().Be("12345/0001/9800:D1");
        (await SeesAsync(officer, _levels - _tick)).Should().Be("12345/0001/9800:D1");
        (await SeesAsync(officer, _levels)).Should().Be("12345/0001/8021:a 12345/0001/9709:A 12345/0001/9800:D1");
        (await SeesAsync(officer, _igcse - _tick)).Should().NotContain("0580");
        (await SeesAsync(officer, _igcse)).Should().Contain("12345/0001/0580:B");
    }

    [Fact]
    public async Task A_candidate_sees_own_results_from_the_candidates_instant_on()
    {
        var candidate = await World.SignedInAsync(_there);

        (await SeesAsync(candidate, _pre)).Should().BeEmpty("Pre-U is out for the centre only");
        (await SeesAsync(candidate, _levels - _tick)).Should().BeEmpty();
        (await SeesAsync(candidate, _levels)).Should().Be("12345/0001/8021:a 12345/0001/9709:A");
        (await SeesAsync(candidate, _preForCandidates - _tick)).Should().NotContain("9800");
        (await SeesAsync(candidate, _preForCandidates)).Should().Contain("9800:D1");
        (await SeesAsync(candidate, _igcse)).Split(' ').Should().HaveCount(4);
    }

    [Fact]
    public async Task A_delay_moves_the_candidates_of_its_centre_and_nobody_else()
    {
        var delayed = await World.SignedInAsync(_here);

        (await SeesAsync(delayed, _levels.AddHours(2) - _tick)).Should().BeEmpty();
        (await SeesAsync(delayed, _levels.AddHours(2))).Should().Be("US123/0001/8021:a US123/0001/9709:A");
        (await SeesAsync(OfficerOf(Us123), _levels)).Should().Contain("US123/0002/8021:a");
        (await SeesAsync(await World.SignedInAsync(_there), _levels)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_suspended_candidate_sees_nothing_even_with_an_open_session()
    {
        var candidate = await World.SignedInAsync(_there);
        Done(await World.Get<Domain.ResultsAccess.SetResultsAccess>().RunAsync(
            new Domain.ResultsAccess.SetResultsAccess.Request(Uk12345, June, Domain.ResultsAccess.AccessStatus.None, 1), OfficerOf(Uk12345), default));

        (await SeesAsync(candidate, _igcse)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_board_and_the_services_own_jobs_see_everything_always()
    {
        (await SeesAsync(People.Board, DateTimeOffset.UnixEpoch)).Split(' ').Should().HaveCount(12);
        (await SeesAsync(new Caller.System("printing"), DateTimeOffset.UnixEpoch)).Split(' ').Should().HaveCount(12);
        (await SeesAsync(Caller.Anonymous, _igcse.AddYears(1))).Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_derived_from_a_result_gets_past_the_gate()
    {
        await using var db = World.Source.Open(OfficerOf(Us123), _levels - _tick);

        (await db.Results.CountAsync(result => result.Syllabus == Named.Syllabus("9709"))).Should().Be(0);
        (await db.Results.AnyAsync(result => result.Grade == Named.Grade("A"))).Should().BeFalse();
        (await db.Candidates.CountAsync(candidate => db.Results.Any(result => result.CandidateId == candidate.Id && result.Grade == Named.Grade("A"))))
            .Should().Be(0);
        (await db.Results.Where(result => result.Grade == Named.Grade("A")).GroupBy(result => result.Syllabus).Select(group => group.Count()).ToListAsync())
            .Should().BeEmpty();
        (await (from candidate in db.Candidates
                join result in db.Results on candidate.Id equals result.CandidateId
                orderby result.Grade
                select candidate.Number).ToListAsync()).Should().NotContain(Named.Candidate("0003")).And.HaveCount(2, "only Pre-U is out");
    }

    [Fact]
    public async Task SQL_and_the_domain_agree_at_every_instant()
    {
        var candidate = await World.SignedInAsync(_here);
        await using var board = World.Open(People.Board);
        var schedule = new Domain.Releases.ReleaseSchedule(await board.ReleaseDates.ToListAsync());
        QualificationCode[] codes = [.. schedule.Dates.Select(date => date.Qualification).Distinct()];
        foreach (var date in schedule.Dates)
        {
            foreach (var minutes in new[] { 0, 120 })
            {
                foreach (var nudge in new[] { -_tick, TimeSpan.Zero, _tick })
                {
                    var instant = date.At.AddMinutes(minutes) + nudge;
                    await using var theirs = World.Source.Open(candidate, instant);
                    var seen = await theirs.Results.Select(result => result.Qualification).ToListAsync();
                    seen.Order().Should().Equal(
                        codes.Where(code => schedule.Visible(code, Audience.Candidate, Named.Delay(120), instant)).Order(), $"of {instant:O}");
                }
            }
        }
    }

    [Fact]
    public async Task Lower_case_a_is_not_upper_case_A()
    {
        await using var db = World.Open(People.Board);

        (await db.Results.CountAsync(result => result.Grade == Named.Grade("a"))).Should().Be(3);
        (await db.Results.CountAsync(result => result.Grade == Named.Grade("A"))).Should().Be(3);
    }
}

public sealed class ReleaseGateOnSqliteTests() : ReleaseGateTests(null);

public sealed class ReleaseGateOnPostgresTests(PrivatePostgres postgres) : ReleaseGateTests(postgres);
