using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Http.WebSockets;

/// <summary>Writes the messages of the server.</summary>
internal static class SocketText
{
    private static ReadOnlySpan<byte> Unexpected => "[{\"message\":\"Unexpected error\"}]"u8;

    public static JsonBuffer Acknowledge() => Raw("{\"type\":\"connection_ack\"}"u8);

    public static JsonBuffer Pong() => Raw("{\"type\":\"pong\"}"u8);

    public static JsonBuffer Next(string id, ReadOnlySpan<byte> response) => WithId("next", id, response);

    public static JsonBuffer Complete(string id) => WithId("complete", id, default);

    /// <summary>An error message from a response that is nothing but errors.</summary>
    public static JsonBuffer Error(string id, ReadOnlySpan<byte> response) => WithId("error", id, ErrorsOf(response));

    public static JsonBuffer Error(string id, Refusal refusal)
    {
        using var errors = new JsonBuffer(256);
        errors.WriteRaw((byte)'[');
        refusal.WriteErrorTo(errors);
        errors.WriteRaw((byte)']');
        return WithId("error", id, errors.Written.Span);
    }

    public static JsonBuffer UnexpectedError(string id) => WithId("error", id, Unexpected);

    private static JsonBuffer WithId(string type, string id, ReadOnlySpan<byte> payload)
    {
        var json = new JsonBuffer(payload.Length + (id.Length * 3) + 64);
        json.WriteRaw("{\"id\":"u8);
        json.WriteString(id);
        json.WriteRaw(",\"type\":"u8);
        json.WriteString(type);
        if (!payload.IsEmpty)
        {
            json.WriteRaw(",\"payload\":"u8);
            json.WriteRaw(payload);
        }

        json.WriteRaw((byte)'}');
        return json;
    }

    private static JsonBuffer Raw(ReadOnlySpan<byte> text)
    {
        var json = new JsonBuffer(text.Length);
        json.WriteRaw(text);
        return json;
    }

    // The array under "errors"; extensions of the response have no place in this message.
    private static ReadOnlySpan<byte> ErrorsOf(ReadOnlySpan<byte> response)
    {
        var reader = new Utf8JsonReader(response, new JsonReaderOptions { MaxDepth = 1024 });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isErrors = reader.ValueTextEquals("errors"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isErrors)
            {
                return response[start..(int)reader.BytesConsumed];
            }
        }

        return Unexpected;
    }
}
