using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Exams.Infrastructure.Persistence.Writing;

/// <summary>Many rows in one statement: a round trip to PostgreSQL is worth many rows.</summary>
internal sealed class BatchedInsert(string table, IReadOnlyList<RowColumn> columns) : IRowInsert
{
    private const int RowsPerTrip = 50;

    public async Task InsertAsync(ExamsDb db, IReadOnlyList<object> rows, CancellationToken ct)
    {
        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        DbCommand? full = null;
        try
        {
            for (var from = 0; from < rows.Count; from += RowsPerTrip)
            {
                var count = Math.Min(RowsPerTrip, rows.Count - from);
                if (count == RowsPerTrip)
                {
                    full ??= Prepare(connection, transaction, count);
                    await ExecuteAsync(full, rows, from, count, ct);
                }
                else
                {
                    await using var rest = Prepare(connection, transaction, count);
                    await ExecuteAsync(rest, rows, from, count, ct);
                }
            }
        }
        finally
        {
            if (full is not null)
                await full.DisposeAsync();
        }
    }

    private DbCommand Prepare(DbConnection connection, DbTransaction transaction, int count)
    {
        var sql = new StringBuilder($"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))}) VALUES ");
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        for (var row = 0; row < count; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var at = 0; at < columns.Count; at++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
                command.Parameters.Add(parameter);
                sql.Append(at == 0 ? "" : ", ").Append(parameter.ParameterName);
            }

            sql.Append(')');
        }

        command.CommandText = sql.ToString();
        return command;
    }

    private async Task ExecuteAsync(DbCommand command, IReadOnlyList<object> rows, int from, int count, CancellationToken ct)
    {
        var parameter = 0;
        for (var row = from; row < from + count; row++)
        {
            foreach (var column in columns)
                command.Parameters[parameter++].Value = column.Read(rows[row]) ?? DBNull.Value;
        }

        await command.ExecuteNonQueryAsync(ct);
    }
}
