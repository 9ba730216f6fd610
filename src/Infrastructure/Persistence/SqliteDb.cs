using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence;

/// <summary>The data in an embedded SQLite file.</summary>
public sealed class SqliteDb : ExamsDb
{
    /// <summary>Opens it for a caller at an instant; code asks <see cref="ExamsDbSource"/> instead.</summary>
    /// <param name="options">The connection.</param>
    /// <param name="caller">Who reads.</param>
    /// <param name="instant">The instant that releases are compared with.</param>
    public SqliteDb(DbContextOptions<SqliteDb> options, Caller caller, DateTimeOffset instant)
        : base(options, caller, instant)
    {
    }

    // SQLite compares bytes unless a column says otherwise.
    private protected override string? Ordinal => null;
}
