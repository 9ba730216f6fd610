using Microsoft.Data.Sqlite;

namespace Exams.GraphQL.Bench.Data;

/// <summary>The same two statements, by hand: read the page, read its shelves, write the JSON.</summary>
/// <param name="source">The database.</param>
/// <param name="page">The statement of the page.</param>
/// <param name="shelves">The statement of its shelves.</param>
internal sealed class ByHand(string source, Statement page, Statement shelves)
{
    private readonly Answer _answer = new();

    /// <summary>Asks and writes.</summary>
    /// <returns>The response's bytes; good until the next asking.</returns>
    public async Task<ReadOnlyMemory<byte>> AskAsync()
    {
        await using var connection = new SqliteConnection(source);
        await connection.OpenAsync();
        var wares = new List<Ware>();
        await using (var command = Command(connection, page))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            var (id, name, note, score, price, shelf) = (
                reader.GetOrdinal("Id"), reader.GetOrdinal("Name"), reader.GetOrdinal("Note"), reader.GetOrdinal("Score"), reader.GetOrdinal("Price"),
                reader.GetOrdinal("ShelfId"));
            while (await reader.ReadAsync())
            {
                wares.Add(new Ware
                {
                    Id = reader.GetInt32(id),
                    Name = reader.GetString(name),
                    Note = await reader.IsDBNullAsync(note) ? null : reader.GetString(note),
                    Score = reader.GetInt32(score),
                    Price = reader.GetDouble(price),
                    ShelfId = reader.GetInt32(shelf),
                });
            }
        }

        var names = new Dictionary<int, string>();
        await using (var command = Command(connection, shelves))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetInt32(0), reader.GetString(1));
            }
        }

        return await _answer.WriteAsync(wares, names);
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
