using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Exams.Infrastructure.Persistence;

/// <summary>Gives every SQLite connection its manners: wait for a writer instead of failing at once, keep references whole, and let
/// the log be synced at checkpoints (with WAL a power cut may undo the last commits but never tears the file; a killed process
/// loses nothing).</summary>
internal sealed class SqliteSetup : DbConnectionInterceptor
{
    private const string Manners = "PRAGMA busy_timeout=5000; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;";

    // Handles are pooled and keep their manners: once each is enough.
    private readonly ConditionalWeakTable<sqlite3, object> _mannered = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is not SqliteConnection { Handle: { } handle } || _mannered.TryGetValue(handle, out _))
            return;
        using (var command = connection.CreateCommand())
        {
            command.CommandText = Manners;
            command.ExecuteNonQuery();
        }

        _mannered.AddOrUpdate(handle, this);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
