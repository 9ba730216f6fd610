using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Exams.GraphQL.Fuzz.Inputs;
using Exams.GraphQL.Fuzz.Worlds;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>Any frames on a socket: messages and closes of the protocol, and never "internal error".</summary>
internal sealed class SocketTarget(LoopbackServer server, TimeProvider clock) : ITarget
{
    private static readonly string[] Types = ["connection_ack", "ping", "pong", "next", "error", "complete"];

    // RFC 6455's own for broken frames and texts, then those of the protocol.
    private static readonly int[] Closes = [1000, 1001, 1002, 1007, 1009, 1011, 4400, 4401, 4403, 4406, 4408, 4409, 4429];

    public string Name => "sockets";

    public int Share => 2;

    public int Parts => 1;

    public Case Make(Dice dice) => Case.Of(SocketGrammar.Frames(dice));

    public string Try(Case input)
    {
        var (received, hungUp) = Wire.Talk(server.Address, SocketGrammar.ToBytes(input.Text(0)), _ => false, TimeSpan.FromMilliseconds(15), clock);
        WrongException.Unless(hungUp, "A server hangs up when its client has");
        var shape = new StringBuilder();
        if (HttpAnswer.Read(received) is [{ Status: 101 }, ..])
        {
            Frames(received.AsSpan(received.AsSpan().IndexOf("\r\n\r\n"u8) + 4), shape);
        }

        if (server.NextError() is { } error)
        {
            throw new WrongException("The server logs no error: " + error);
        }

        return shape.ToString();
    }

    private static void Frames(ReadOnlySpan<byte> bytes, StringBuilder shape)
    {
        var open = new Dictionary<string, Payloads>();
        while (bytes.Length >= 2)
        {
            var (code, length, head) = (bytes[0] & 15, bytes[1] & 127, 2);
            WrongException.Unless((bytes[1] & 128) == 0, "A server does not mask");
            if (length > 125)
            {
                if (bytes.Length < 10)
                {
                    return;
                }

                (length, head) = length == 126
                    ? (BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]), 4)
                    : ((int)BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]), 10);
            }

            if (bytes.Length < head + length)
            {
                return;
            }

            var payload = bytes.Slice(head, length);
            shape.Append(code);
            switch (code)
            {
                case 1:
                    shape.Append(Message(payload, open));
                    break;
                case 8 when length >= 2:
                    var reason = BinaryPrimitives.ReadUInt16BigEndian(payload);
                    shape.Append(reason);
                    WrongException.Unless(Closes.Contains(reason), $"A socket is closed with a code of the protocol, not {reason}");
                    break;
            }

            bytes = bytes[(head + length)..];
        }
    }

    // The payloads of one response are complete when its operation is.
    private static void InParts(JsonElement message, string type, Dictionary<string, Payloads> open)
    {
        var id = message.GetProperty("id").GetString()!;
        if (type == "complete")
        {
            WrongException.Unless(!open.Remove(id, out var begun) || begun.IsOver, "A response in parts is whole when it is complete");
        }
        else if (message.GetProperty("payload").TryGetProperty("hasNext", out _))
        {
            open.TryAdd(id, new Payloads());
            open[id].Read(message.GetProperty("payload"));
        }
    }

    private static string Message(ReadOnlySpan<byte> payload, Dictionary<string, Payloads> open)
    {
        try
        {
            using var json = JsonDocument.Parse(payload.ToArray());
            var type = json.RootElement.GetProperty("type").GetString()!;
            WrongException.Unless(Types.Contains(type), "A server sends messages of the protocol");
            WrongException.Unless(
                type is not ("next" or "error" or "complete") || json.RootElement.GetProperty("id").ValueKind == JsonValueKind.String,
                "What belongs to an operation has its id");
            if (type is "next" or "complete")
            {
                InParts(json.RootElement, type, open);
            }

            return type;
        }
        catch (JsonException)
        {
            throw new WrongException("A server's messages are JSON");
        }
    }
}
