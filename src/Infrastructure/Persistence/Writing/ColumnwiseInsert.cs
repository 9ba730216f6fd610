using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Exams.Infrastructure.Persistence.Writing;

/// <summary>A thousand rows in one statement, each column as one parameter that is a list: PostgreSQL reads and plans a short statement, whatever it carries.</summary>
internal sealed class ColumnwiseInsert(string table, IReadOnlyList<RowColumn> columns) : IRowInsert
{
    private const int RowsPerTrip = 1_000;

    private readonly string _sql =
        $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))}) SELECT * FROM unnest({string.Join(", ", columns.Select((_, at) => Parameter(at)))})";

    public async Task InsertAsync(ExamsDb db, IReadOnlyList<object> rows, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = _sql;
        foreach (var trip in rows.Chunk(RowsPerTrip))
        {
            command.Parameters.Clear();
            for (var at = 0; at < columns.Count; at++)
                command.Parameters.Add(List(command, at, trip));
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private DbParameter List(DbCommand command, int at, object[] rows)
    {
        var column = columns[at];
        var list = Array.CreateInstance(column.Type is { IsValueType: true } value ? typeof(Nullable<>).MakeGenericType(value) : column.Type, rows.Length);
        for (var row = 0; row < rows.Length; row++)
            list.SetValue(column.Read(rows[row]), row);
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (Parameter(at), list);
        return parameter;
    }

    private static string Parameter(int at) => string.Create(CultureInfo.InvariantCulture, $"@p{at}");
}
