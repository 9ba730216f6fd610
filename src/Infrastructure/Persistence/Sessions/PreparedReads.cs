using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Exams.Infrastructure.Persistence.Sessions;

/// <summary>Statements that run thousands of times a second on a results morning, prepared once on connections of their own.</summary>
/// <remarks>For signing in and for looking up sessions alone, which nobody does as a caller and no gate is about. Everything that
/// anybody reads of the board goes through <see cref="ExamsDb"/>.</remarks>
internal sealed class PreparedReads(Database database) : IDisposable
{
    // They keep their connections, which are few where a database has a limit; each read takes microseconds, so few suffice.
    private const int MostLanes = 8;

    private readonly ConcurrentBag<Lane> _idle = [];
    private readonly SemaphoreSlim _free = new(MostLanes);

    /// <summary>Reads the first row of a statement.</summary>
    /// <param name="sql">The statement, one of a few constants.</param>
    /// <param name="read">Makes something of the row.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="values">The values of <c>@p0</c>, <c>@p1</c> and so on.</param>
    /// <returns>What was made; the default when there is no row.</returns>
    public async Task<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object[] values)
    {
        await _free.WaitAsync(ct);
        if (!_idle.TryTake(out var lane))
            lane = new Lane(database.IsSqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString));
        try
        {
            var command = await lane.PrepareAsync(sql, values.Length, ct);
            for (var at = 0; at < values.Length; at++)
                command.Parameters[at].Value = values[at];
            T? first;
            await using (var reader = await command.ExecuteReaderAsync(ct))
                first = await reader.ReadAsync(ct) ? read(reader) : default;
            _idle.Add(lane);
            return first;
        }
        catch
        {
            // Whatever broke may have broken the connection.
            lane.Dispose();
            throw;
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var lane))
            lane.Dispose();
        _free.Dispose();
    }

    private sealed class Lane(DbConnection connection) : IDisposable
    {
        private readonly Dictionary<string, DbCommand> _prepared = [];

        public async Task<DbCommand> PrepareAsync(string sql, int values, CancellationToken ct)
        {
            if (_prepared.TryGetValue(sql, out var known))
                return known;
            if (_prepared.Count == 0)
                await connection.OpenAsync(ct);
            var command = connection.CreateCommand();
            command.CommandText = sql;
            for (var at = 0; at < values; at++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{at}";
                command.Parameters.Add(parameter);
            }

            return _prepared[sql] = command;
        }

        public void Dispose()
        {
            foreach (var command in _prepared.Values)
                command.Dispose();
            connection.Dispose();
        }
    }
}
