using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Persistence;

/// <summary>Rows inserted by the thousand lie in SQLite's file as if they had been saved one by one.</summary>
public sealed class RowPlanTests() : OnADatabase(null)
{
    // What SteppedInsert binds.
    private static readonly Type[] _bound = [typeof(string), typeof(long), typeof(int), typeof(bool), typeof(byte[]), typeof(DateOnly)];

    [Fact]
    public void Every_column_holds_what_can_be_bound()
    {
        using var db = World.Open(new Caller.System("test"));
        var columns = db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Select(one => (Name: $"{one.DeclaringType.DisplayName()}.{one.Name}", Type: one.GetTypeMapping().Converter?.ProviderClrType ?? one.ClrType))
            .Select(one => (one.Name, Type: Nullable.GetUnderlyingType(one.Type) ?? one.Type)).ToList();

        columns.Should().HaveCountGreaterThan(150);
        columns.Where(one => !_bound.Contains(one.Type)).Should().BeEmpty();
    }

    [Fact]
    public async Task They_are_what_saving_them_again_makes_of_them()
    {
        var candidates = await World.EnterAsync(Us123, 3, "0580");
        await World.ConfirmAllAsync(Us123);
        await World.SignedInAsync(candidates[0]);
        var before = await DumpAsync();
        before.Select(line => line.Split(' ')[0]).Distinct().Should().Contain(["candidates", "entries", "grants", "news", "audit", "jobs"]);

        await using (var db = World.Open(new Caller.System("test")))
        {
            db.BeginWriting();
            foreach (var entity in db.Model.GetEntityTypes())
            {
                var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(entity.ClrType).Invoke(db, null)!;
                db.UpdateRange(await rows.ToListAsync());
            }

            (await db.SaveChangesAsync()).Should().BeGreaterThan(30);
        }

        (await DumpAsync()).Should().Equal(before);
    }

    private async Task<List<string>> DumpAsync()
    {
        await using var db = World.Open(new Caller.System("test"));
        await db.Database.OpenConnectionAsync();
        List<string> lines = [];
        foreach (var entity in db.Model.GetEntityTypes())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT {string.Join(" || ' ' || ", entity.GetProperties().Select(one => $"typeof({one.GetColumnName()}) || quote({one.GetColumnName()})"))} FROM {entity.GetTableName()}";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                lines.Add($"{entity.GetTableName()} {rows.GetString(0)}");
        }

        return lines;
    }
}
