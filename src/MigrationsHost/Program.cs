using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Exams.MigrationsHost;

/// <summary>Exists for the migrations tool (see CONTRIBUTING.md); running it does nothing.</summary>
internal static class Program
{
    private static void Main()
    {
    }
}

/// <summary>Opens the SQLite model for the tool.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=design.db").Options, new Caller.System("design"), DateTimeOffset.UnixEpoch);
}

/// <summary>Opens the PostgreSQL model for the tool.</summary>
internal sealed class PgDesign : IDesignTimeDbContextFactory<PgDb>
{
    public PgDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PgDb>().UseNpgsql("Host=design").Options, new Caller.System("design"), DateTimeOffset.UnixEpoch);
}
