using System.Buffers;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Exams.GraphQL.Bench.Data;

/// <summary>A statement with its parameters, as it went to the database.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Parameters">Names and values.</param>
internal sealed record Statement(string Text, IReadOnlyList<(string Name, object? Value)> Parameters);

/// <summary>Notes statements while somebody wants to know them.</summary>
internal sealed class Ear : DbCommandInterceptor
{
    /// <summary>What was heard; null while nobody listens.</summary>
    public List<Statement>? Heard { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Heard?.Add(new Statement(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
        return new(result);
    }
}

/// <summary>The same two statements, by hand: read the page, read its shelves, write the JSON.</summary>
/// <param name="source">The database.</param>
/// <param name="page">The statement of the page.</param>
/// <param name="shelves">The statement of its shelves.</param>
internal sealed class ByHand(string source, Statement page, Statement shelves)
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>Asks and writes.</summary>
    /// <returns>The response's bytes; good until the next asking.</returns>
    public async Task<ReadOnlyMemory<byte>> AskAsync()
    {
        await using var connection = new SqliteConnection(source);
        await connection.OpenAsync();
        var wares = new List<(long Id, string Name, string? Note, long Score, double Price, long Shelf)>();
        await using (var command = Command(connection, page))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            var (id, name, note, score, price, shelf) = (
                reader.GetOrdinal("Id"), reader.GetOrdinal("Name"), reader.GetOrdinal("Note"), reader.GetOrdinal("Score"), reader.GetOrdinal("Price"),
                reader.GetOrdinal("ShelfId"));
            while (await reader.ReadAsync())
            {
                wares.Add((
                    reader.GetInt64(id), reader.GetString(name), await reader.IsDBNullAsync(note) ? null : reader.GetString(note), reader.GetInt64(score),
                    reader.GetDouble(price), reader.GetInt64(shelf)));
            }
        }

        var names = new Dictionary<long, string>();
        await using (var command = Command(connection, shelves))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetInt64(0), reader.GetString(1));
            }
        }

        _buffer.ResetWrittenCount();
        await using var json = new Utf8JsonWriter(_buffer);
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("wares");
        json.WriteStartArray("nodes");
        foreach (var ware in wares.Take(50))
        {
            json.WriteStartObject();
            json.WriteNumber("id", ware.Id);
            json.WriteString("name", ware.Name);
            json.WriteString("note", ware.Note);
            json.WriteNumber("score", ware.Score);
            json.WriteNumber("price", ware.Price);
            json.WriteStartObject("shelf");
            json.WriteString("name", names[ware.Shelf]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("pageInfo");
        json.WriteBoolean("hasNextPage", wares.Count > 50);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync();
        return _buffer.WrittenMemory;
    }

    private static SqliteCommand Command(SqliteConnection connection, Statement statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement.Text;
        foreach (var (name, value) in statement.Parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
