using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Exams.Infrastructure.Persistence.Writing;

/// <summary>One statement for one row, prepared once and stepped for each: SQLite has no round trips to save.</summary>
/// <remarks>Straight to the library, by the place of a parameter. A command of ADO.NET finds each parameter by its name, and everybody who signs in waits for
/// what is written here.</remarks>
internal sealed class SteppedInsert(string table, IReadOnlyList<RowColumn> columns) : IRowInsert
{
    private readonly string _sql =
        $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";

    public Task InsertAsync(ExamsDb db, IReadOnlyList<object> rows, CancellationToken ct)
    {
        var handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(handle, _sql, out var statement), handle);
        using (statement)
        {
            foreach (var row in rows)
            {
                ct.ThrowIfCancellationRequested();
                for (var at = 0; at < columns.Count; at++)
                    SqliteException.ThrowExceptionForRC(Bind(statement, at + 1, columns[at].Read(row)), handle);
                if (raw.sqlite3_step(statement) is var stepped and not raw.SQLITE_DONE)
                    SqliteException.ThrowExceptionForRC(stepped, handle);
                SqliteException.ThrowExceptionForRC(raw.sqlite3_reset(statement), handle);
            }
        }

        return Task.CompletedTask;
    }

    // As the library of ADO.NET writes them, which reads them back.
    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => raw.sqlite3_bind_text(statement, place, text),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        bool yes => raw.sqlite3_bind_int64(statement, place, yes ? 1 : 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        DateOnly date => raw.sqlite3_bind_text(statement, place, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"No column holds {value.GetType().Name}."),
    };
}
