using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence;

/// <summary>The data in PostgreSQL.</summary>
public sealed class PgDb : ExamsDb
{
    /// <summary>Opens it for a caller at an instant; code asks <see cref="ExamsDbSource"/> instead.</summary>
    /// <param name="options">The connection.</param>
    /// <param name="caller">Who reads.</param>
    /// <param name="instant">The instant that releases are compared with.</param>
    public PgDb(DbContextOptions<PgDb> options, Caller caller, DateTimeOffset instant)
        : base(options, caller, instant)
    {
    }

    private protected override string? Ordinal => "C";
}
