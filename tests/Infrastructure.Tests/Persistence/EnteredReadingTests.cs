using Exams.Domain.Entries;
using Exams.Domain.KeyDates;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Entries;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Persistence;

/// <summary>What entries mean, by the option and the timetable of the centre's own zone.</summary>
public abstract class EnteredReadingTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private static TimetableSlot Slot(int zone, string syllabus, string component, int day, ExamSession session, int minutes) =>
        new(June, Named.Zone(zone), Named.Syllabus(syllabus), Named.Component(component), new DateOnly(2026, 5, day), session, minutes);

    private async Task PublishAsync() => await World.Get<Writer>().WriteAsync("seed", async writing =>
        await writing.InsertAsync(
            [
                Slot(1, "0580", "21", 18, ExamSession.Am, 90), Slot(1, "0580", "11", 4, ExamSession.Pm, 120), Slot(1, "9709", "11", 4, ExamSession.Pm, 110),
                Slot(1, "8021", "11", 4, ExamSession.Am, 150), Slot(3, "0580", "11", 5, ExamSession.Evening, 90),
            ], default), default);

    private async Task<Dictionary<long, CandidateTimetable>> ReadAsync(Caller caller)
    {
        await using var db = World.Open(caller);
        var entries = await db.Entries.ToListAsync();
        var entered = await EnteredReading.ReadAsync(db, entries, default);
        return entries.GroupBy(entry => entry.CandidateId).ToDictionary(of => of.Key, of => entered.TimetableOf(of));
    }

    [Fact]
    public async Task Exams_come_in_the_order_of_time_by_the_timetable_of_the_centres_zone()
    {
        await PublishAsync();
        var one = (await World.EnterAsync(Us123, 1, "0580", "9709", "8021"))[0];
        var other = (await World.EnterAsync(Uk12345, 1, "0580", "9709"))[0];

        var timetables = await ReadAsync(People.Board);

        timetables[one.Id].Slots.Select(slot => $"{slot.Date:dd} {slot.Session} {slot.Syllabus}/{slot.Component}")
            .Should().Equal("04 Am 8021/11", "04 Pm 0580/11", "04 Pm 9709/11", "18 Am 0580/21");
        timetables[one.Id].Clashes.Select(clash => $"{clash.Session} {clash.Minutes}").Should().Equal("Pm 230", " 380");
        timetables[other.Id].Slots.Should().ContainSingle().Which.Session.Should().Be(ExamSession.Evening);
        timetables[other.Id].Clashes.Should().BeEmpty();
    }

    [Fact]
    public async Task An_entry_that_was_withdrawn_has_no_exams()
    {
        await PublishAsync();
        var one = (await World.EnterAsync(Us123, 1, "0580", "9709"))[0];
        Done(await World.Get<WithdrawEntry>().RunAsync(EntryOf(Us123, one.Number, Named.Syllabus("9709")), OfficerOf(Us123), default));

        (await ReadAsync(OfficerOf(Us123)))[one.Id].Slots.Select(slot => slot.Syllabus.ToString()).Should().Equal("0580", "0580");
    }

    [Fact]
    public async Task However_many_there_are_it_takes_as_many_statements()
    {
        await PublishAsync();
        await World.EnterAsync(Us123, 1, "0580");
        var few = await CountAsync();
        await World.EnterAsync(Us123, 60, "0580", "9709", "8021");

        (await CountAsync()).Should().Be(few).And.Be(4);
    }

    private async Task<int> CountAsync()
    {
        using var statements = new Statements(World.Database is { } postgres ? new Npgsql.NpgsqlConnectionStringBuilder(postgres).Database! : World.Folder.Path);
        await ReadAsync(OfficerOf(Us123));
        return statements.Count;
    }
}

public sealed class EnteredReadingOnSqliteTests() : EnteredReadingTests(null);

public sealed class EnteredReadingOnPostgresTests(PrivatePostgres postgres) : EnteredReadingTests(postgres);
