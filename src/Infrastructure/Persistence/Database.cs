using Microsoft.Data.Sqlite;
using Npgsql;

namespace Exams.Infrastructure.Persistence;

/// <summary>Which database there is: an embedded SQLite file, or PostgreSQL.</summary>
internal sealed class Database
{
    private Database(bool isSqlite, string connectionString)
    {
        IsSqlite = isSqlite;
        ConnectionString = connectionString;
    }

    public bool IsSqlite { get; }

    public string ConnectionString { get; }

    /// <summary>Chooses by the value of <c>EXAMS_DATABASE</c>: PostgreSQL when it is set.</summary>
    public static Database From(string? setting, string dataFolder)
    {
        if (!string.IsNullOrWhiteSpace(setting))
            return new Database(isSqlite: false, new NpgsqlConnectionStringBuilder(setting).ConnectionString);
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(Path.GetFullPath(dataFolder), "exams.db") };
        return new Database(isSqlite: true, file.ConnectionString);
    }
}
