using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Exams.Infrastructure.Persistence.Writing;

/// <summary>How rows of one entity are inserted by the hundred: from the same mapping that reads them, with prepared statements.</summary>
/// <typeparam name="T">The entity, with a numeric key that the database would otherwise give.</typeparam>
internal sealed class RowPlan<T>
    where T : class
{
    // A round trip to PostgreSQL is worth many rows. SQLite has no round trips, and finds each parameter by walking through their names.
    private const int RowsPerTrip = 50;
    private const int RowsPerStep = 4;

    private readonly bool _sqlite;
    private readonly int _rowsPerStatement;
    private readonly string _table;
    private readonly Column[] _columns;
    private readonly Action<T, long> _setKey;
    private readonly string _key;

    public RowPlan(IModel model, bool sqlite)
    {
        _sqlite = sqlite;
        _rowsPerStatement = sqlite ? RowsPerStep : RowsPerTrip;
        var entity = model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        _table = entity.GetTableName()!;
        _columns = [.. entity.GetProperties().Select(property => new Column(property))];
        var key = entity.FindPrimaryKey()!.Properties.Single();
        _key = key.GetColumnName();
        _setKey = key.PropertyInfo!.GetSetMethod(nonPublic: true)!.CreateDelegate<Action<T, long>>();
    }

    public async Task InsertAsync(ExamsDb db, IReadOnlyList<T> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return;
        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        await NumberAsync(connection, transaction, rows, ct);
        DbCommand? full = null;
        try
        {
            for (var from = 0; from < rows.Count; from += _rowsPerStatement)
            {
                var count = Math.Min(_rowsPerStatement, rows.Count - from);
                if (count == _rowsPerStatement)
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
        var sql = new StringBuilder($"INSERT INTO {_table} ({string.Join(", ", _columns.Select(column => column.Name))}) VALUES ");
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        for (var row = 0; row < count; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var at = 0; at < _columns.Length; at++)
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

    private async Task ExecuteAsync(DbCommand command, IReadOnlyList<T> rows, int from, int count, CancellationToken ct)
    {
        var parameter = 0;
        for (var row = from; row < from + count; row++)
        {
            foreach (var column in _columns)
                command.Parameters[parameter++].Value = column.Read(rows[row]) ?? DBNull.Value;
        }

        await command.ExecuteNonQueryAsync(ct);
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

    private sealed class Column(IProperty property)
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        public object? Read(T row)
        {
            var value = _getter.GetClrValue(row);
            return value is null || _convert is null ? value : _convert(value);
        }
    }
}
