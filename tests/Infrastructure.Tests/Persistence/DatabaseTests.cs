using Exams.Domain.Centres;
using Exams.Domain.Vocabulary;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Persistence;

/// <summary>The database itself: its shape, its manners, its start.</summary>
public abstract class DatabaseTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    [Fact]
    public async Task The_migrations_say_what_the_model_says()
    {
        await using var db = World.Open(People.Board);

        db.Database.HasPendingModelChanges().Should().BeFalse("a change of the model needs a migration for both databases");
        (await db.Database.GetPendingMigrationsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Starting_again_or_twice_at_once_does_no_harm()
    {
        var others = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(World.OpenAnotherAsync)));

        foreach (var other in others)
            await other.DisposeAsync();
        await using var db = World.Open(People.Board);
        (await db.Centres.CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task What_was_opened_to_be_read_saves_nothing()
    {
        await using var db = World.Open(People.Board);
        db.Remove(await db.Centres.FirstAsync());

        await db.Invoking(one => one.SaveChangesAsync()).Should().ThrowAsync<InvalidOperationException>();
        db.Invoking(one => one.SaveChanges()).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public async Task An_instant_comes_back_to_the_microsecond()
    {
        var at = Named.At("2026-08-12T05:00:00.123456Z");
        await World.SetReleaseAsync("IGCSE", Audience.Centre, at);

        await using var db = World.Open(People.Board);
        (await db.ReleaseDates.SingleAsync()).At.Should().Be(at);
        (await db.ReleaseDates.CountAsync(date => date.At > at.AddMicroseconds(-1) && date.At < at.AddMicroseconds(1))).Should().Be(1);
    }

    [Fact]
    public async Task A_centre_is_created_once_and_changed_by_who_saw_its_latest_version()
    {
        var details = new CentreDetails(
            Named.Name("New School"), Named.Name("Kenya"), Named.Zone(4), Named.Word<IanaTimeZone>("Africa/Nairobi"), Wording.EnGb,
            [Named.Qualification("IGCSE"), Named.Qualification("AL")]);
        var number = Named.Centre("KE001");
        var create = () => World.Get<CreateCentre>().RunAsync(new CreateCentre.Request(number, details), People.Board, default);

        Done(await create()).Id.Should().BePositive();
        Refused(await create()).Should().BeOfType<CentreNumberTaken>();

        await using var db = World.Open(OfficerOf(number));
        var centre = await db.Centres.SingleAsync();
        centre.Should().BeEquivalentTo(new { details.Name, details.Country, details.Zone, details.TimeZone, details.Wording, Version = 1 });
        centre.Qualifications.Should().Equal(Named.Qualification("AL"), Named.Qualification("IGCSE"));
    }
}

public sealed class DatabaseOnPostgresTests(PrivatePostgres postgres) : DatabaseTests(postgres);

public sealed class DatabaseOnSqliteTests() : DatabaseTests(null)
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("busy_timeout", "5000")]
    [InlineData("synchronous", "1")]
    [InlineData("foreign_keys", "1")]
    public async Task Every_connection_has_its_manners(string pragma, string value)
    {
        for (var i = 0; i < 3; i++)
        {
            await using var db = World.Open(People.Board);
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            $"{await command.ExecuteScalarAsync()}".Should().Be(value);
        }
    }

    [Fact]
    public async Task A_reader_does_not_wait_for_a_writer()
    {
        await World.Get<Infrastructure.Persistence.Writing.Writer>().WriteAsync("test", async writing =>
        {
            await writing.Db.Centres.ExecuteDeleteAsync();
            await using var db = World.Open(People.Board);
            (await db.Centres.CountAsync()).Should().Be(2, "nothing is committed yet");
        }, default);
    }
}
