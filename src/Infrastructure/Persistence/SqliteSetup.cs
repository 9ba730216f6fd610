using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Exams.Infrastructure.Persistence;

/// <summary>Gives every opened SQLite connection its manners: wait for a writer instead of failing at once, keep references whole,
/// and let the log be synced at checkpoints (with WAL a power cut may undo the last commits but never tears the file; a killed
/// process loses nothing).</summary>
internal sealed class SqliteSetup : DbConnectionInterceptor
{
    private const string Manners = "PRAGMA busy_timeout=5000; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;";

    /// <summary>Sets up a connection that was opened without the interceptor.</summary>
    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Manners;
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is SqliteConnection)
            Apply(connection);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
