using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Exams.Infrastructure.Persistence.Writing;

/// <summary>How rows of one entity are inserted by the thousand: from the same mapping that reads them, with prepared statements.</summary>
/// <typeparam name="T">The entity, with a numeric key that the database would otherwise give.</typeparam>
internal sealed class RowPlan<T>
    where T : class
{
    private readonly bool _sqlite;
    private readonly string _table;
    private readonly IRowInsert _insert;
    private readonly Action<T, long> _setKey;
    private readonly string _key;

    public RowPlan(IModel model, bool sqlite)
    {
        _sqlite = sqlite;
        var entity = model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        _table = entity.GetTableName()!;
        List<RowColumn> columns = [.. entity.GetProperties().Select(property => new RowColumn(property))];
        _insert = sqlite ? new SteppedInsert(_table, columns) : new ColumnwiseInsert(_table, columns);
        var key = entity.FindPrimaryKey()!.Properties.Single();
        _key = key.GetColumnName();
        _setKey = key.PropertyInfo!.GetSetMethod(nonPublic: true)!.CreateDelegate<Action<T, long>>();
    }

    public async Task InsertAsync(ExamsDb db, IReadOnlyList<T> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return;
        await NumberAsync(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction(), rows, ct);
        await _insert.InsertAsync(db, rows, ct);
    }

    // Numbers are taken before the insert, so that rows which refer to these can be written without reading anything back.
    private async Task NumberAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<T> rows, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = _sqlite
            ? "SELECT 1 + COALESCE((SELECT seq FROM sqlite_sequence WHERE name = @table), 0)"
            : "SELECT nextval(pg_get_serial_sequence(@table, @key)) FROM generate_series(1, @count)";
        Add(command, "@table", _table);
        if (!_sqlite)
        {
            Add(command, "@key", _key);
            Add(command, "@count", rows.Count);
        }

        await using var numbers = await command.ExecuteReaderAsync(ct);
        var next = 0L;
        for (var at = 0; at < rows.Count; at++)
        {
            if (!_sqlite || at == 0)
            {
                await numbers.ReadAsync(ct);
                next = numbers.GetInt64(0);
            }

            _setKey(rows[at], next++);
        }
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
