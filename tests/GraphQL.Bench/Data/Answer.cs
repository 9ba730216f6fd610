using System.Buffers;
using System.Text.Json;

namespace Exams.GraphQL.Bench.Data;

/// <summary>Writes the JSON by hand.</summary>
internal sealed class Answer
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>Writes a page.</summary>
    /// <param name="wares">Fifty wares, and one more when there are more.</param>
    /// <param name="shelves">The names of their shelves.</param>
    /// <returns>The response's bytes; good until the next writing.</returns>
    public async Task<ReadOnlyMemory<byte>> WriteAsync(List<Ware> wares, Dictionary<int, string> shelves)
    {
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
            json.WriteString("name", shelves[ware.ShelfId]);
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
}
