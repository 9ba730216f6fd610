using System.Text.Json;

namespace Exams.GraphQL.Http.WebSockets;

/// <summary>Messages that a client may send.</summary>
internal enum SocketMessageType
{
    ConnectionInit,
    Ping,
    Pong,
    Subscribe,
    Complete,
}

/// <summary>A message of a client, checked against the protocol.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Id">The operation's id; empty where the kind has none.</param>
/// <param name="Payload">The payload as JSON text, an object; empty when there is none.</param>
internal readonly record struct SocketMessage(SocketMessageType Type, string Id, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Reads a message.</summary>
    /// <param name="text">The text of the frame; the payload points into it.</param>
    /// <param name="message">The message.</param>
    /// <returns>False when the protocol has no such message.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> text, out SocketMessage message)
    {
        message = default;
        try
        {
            var reader = new Utf8JsonReader(text.Span, new JsonReaderOptions { MaxDepth = RequestJson.MaxDepth });
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && TryRead(text, ref reader, out message);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryRead(ReadOnlyMemory<byte> text, ref Utf8JsonReader reader, out SocketMessage message)
    {
        message = default;
        SocketMessageType? type = null;
        string? id = null;
        Range payload = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!JsonText.IsSound(ref reader))
            {
                return false;
            }

            var isType = reader.ValueTextEquals("type"u8);
            var isId = reader.ValueTextEquals("id"u8);
            var isPayload = reader.ValueTextEquals("payload"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var token = reader.TokenType;
            if ((token == JsonTokenType.String && !JsonText.IsSound(ref reader))
                || (isPayload && token is not (JsonTokenType.StartObject or JsonTokenType.Null)))
            {
                return false;
            }

            type = isType ? TypeOf(ref reader) : type;
            id = isId ? token == JsonTokenType.String ? reader.GetString() : null : id;

            if (!JsonText.Skip(ref reader))
            {
                return false;
            }

            payload = isPayload && token == JsonTokenType.StartObject ? start..(int)reader.BytesConsumed : payload;
        }

        var isWhole = !reader.Read() && type switch
        {
            SocketMessageType.Subscribe => !string.IsNullOrEmpty(id) && !payload.Equals(default),
            SocketMessageType.Complete => !string.IsNullOrEmpty(id),
            _ => type is not null,
        };
        message = isWhole ? new SocketMessage(type!.Value, id ?? "", text[payload]) : default;
        return isWhole;
    }

    private static SocketMessageType? TypeOf(ref Utf8JsonReader reader) => reader.TokenType != JsonTokenType.String ? null
        : reader.ValueTextEquals("subscribe"u8) ? SocketMessageType.Subscribe
        : reader.ValueTextEquals("complete"u8) ? SocketMessageType.Complete
        : reader.ValueTextEquals("ping"u8) ? SocketMessageType.Ping
        : reader.ValueTextEquals("pong"u8) ? SocketMessageType.Pong
        : reader.ValueTextEquals("connection_init"u8) ? SocketMessageType.ConnectionInit
        : null;
}
