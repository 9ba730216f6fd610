using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Exams.Infrastructure.Persistence;

/// <summary>Opens the data for a caller at an instant.</summary>
public sealed class ExamsDbSource
{
    private readonly Func<Caller, DateTimeOffset, ExamsDb> _open;
    private readonly TimeProvider _clock;

    internal ExamsDbSource(Database database, TimeProvider clock)
    {
        _clock = clock;
        if (database.IsSqlite)
        {
            // A list is one parameter, however long, so that its statement stays the same.
            var options = new DbContextOptionsBuilder<SqliteDb>()
                .UseSqlite(database.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .AddInterceptors(new SqliteSetup())
                .ReplaceService<IModelCacheKeyFactory, GateModels>().Options;
            _open = (caller, instant) => new SqliteDb(options, caller, instant);
        }
        else
        {
            var options = new DbContextOptionsBuilder<PgDb>()
                .UseNpgsql(database.ConnectionString)
                .ReplaceService<IModelCacheKeyFactory, GateModels>().Options;
            _open = (caller, instant) => new PgDb(options, caller, instant);
        }
    }

    /// <summary>Opens the data as the caller may read them now.</summary>
    /// <param name="caller">Who reads.</param>
    /// <returns>The data; dispose it.</returns>
    public ExamsDb Open(Caller caller) => Open(caller, _clock.GetUtcNow());

    /// <summary>Opens the data as the caller may read them at an instant: one instant for all of one answer.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="instant">From the server's clock, never from a client.</param>
    /// <returns>The data; dispose it.</returns>
    public ExamsDb Open(Caller caller, DateTimeOffset instant) => _open(caller, instant);
}
