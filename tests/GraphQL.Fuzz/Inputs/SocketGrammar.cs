using System.Text;

namespace Exams.GraphQL.Fuzz.Inputs;

/// <summary>Writes the frames of a client of <c>graphql-transport-ws</c> as lines: an operation code, flags, and the payload.</summary>
/// <remarks>As text rather than bytes, so that varying a case varies what is inside the masked frames.</remarks>
internal static class SocketGrammar
{
    private static readonly string[] Messages =
    [
        """{"type":"connection_init"}""", """{"type":"connection_init","payload":{"a":1}}""", """{"type":"ping"}""", """{"type":"pong","payload":{}}""",
        """{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""", """{"id":"2","type":"subscribe","payload":{"query":"subscription { ticks(n: 3) }"}}""",
        """{"id":"1","type":"complete"}""", """{"id":"1","type":"subscribe","payload":{"query":"{ nope }"}}""", """{"id":"3","type":"subscribe","payload":{"query":"{ later(ms: 9) }"}}""",
        """{"id":"3","type":"subscribe","payload":{"query":"query($n: [Int!]) { list(n: $n) }","variables":{"n":[1,2]}}}""", """{"type":"subscribe"}""", """{"type":"nope"}""",
        """{"id":"","type":"subscribe","payload":{"query":"{ hello }"}}""", """{"id":"1","type":"subscribe","payload":null}""", """{"id":"1","type":"subscribe","payload":{}}""",
        """{"id":"4","type":"subscribe","payload":{"query":"{ feed(n: 3) @stream ...@defer(label: \"a\") { later(ms: 2) hello } }"}}""",
        """{"id":"5","type":"subscribe","payload":{"query":"{ self { ...@defer { self { fail must } } } list(n: [1,2]) @stream(initialCount: 1) }"}}""",
        """{"id":"4","type":"complete"}""", """{"id":"6","type":"subscribe","payload":{"query":"subscription { ticks(n: 15) }","variables":[{}]}}""",
        $$$$$"""{"id":"7","type":"subscribe","payload":{"query":"{ hello }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{{{DocumentGrammar.Hash("{ hello }")}}}}}"}}}}""",
        $$$$$"""{"id":"7","type":"subscribe","payload":{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{{{DocumentGrammar.Hash("{ hello }")}}}}}"}}}}""",
        "{}", "[]", "null", "\"x\"", "{", "", """{"type":"ping","type":"pong"}""", """{"id":"\uD800","type":"complete"}""", """{"id":"1","type":"next","payload":{}}""",
    ];

    /// <summary>The frames of one connection, a line each.</summary>
    public static string Frames(Dice dice)
    {
        var text = new StringBuilder(dice.Chance(90) ? "1 F {\"type\":\"connection_init\"}\n" : "");
        var count = 1 + dice.Below(6);
        for (var i = 0; i < count; i++)
        {
            var message = dice.Chance(90) ? dice.Of(Messages) : $$"""{"id":"9","type":"subscribe","payload":{{HttpGrammar.Body(dice).ReplaceLineEndings(" ")}}}""";
            switch (dice.Below(12))
            {
                case 0 when message.Length > 2:
                    // A message in two frames, now and then with a ping between them.
                    var at = 1 + dice.Below(message.Length - 1);
                    text.Append("1 - ").Append(message[..at]).Append('\n').Append(dice.Chance(30) ? "9 F hi\n" : "").Append("0 F ").Append(message[at..]).Append('\n');
                    break;
                case 1:
                    text.Append(dice.Of("2 F ", "9 F ", "10 F ", "8 F ", "3 F ", "0 F ", "1 U ", "1 R ", "1 L ", "11 F ")).Append(message).Append('\n');
                    break;
                default:
                    text.Append("1 F ").Append(message).Append('\n');
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>The bytes on the wire: handshake and frames.</summary>
    public static byte[] ToBytes(string frames)
    {
        var bytes = new List<byte>(Encoding.ASCII.GetBytes(
            "GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"));
        foreach (var line in frames.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(60))
        {
            var parts = line.Split(' ', 3);
            Frame(bytes, int.TryParse(parts[0], out var code) ? code & 15 : 1, parts.ElementAtOrDefault(1) ?? "F", Encoding.UTF8.GetBytes(parts.ElementAtOrDefault(2) ?? ""));
        }

        return [.. bytes];
    }

    // F whole, - to be continued, U unmasked, R with a reserved bit, L with a length that lies.
    private static void Frame(List<byte> bytes, int code, string flags, byte[] payload)
    {
        bytes.Add((byte)(code | (flags.Contains('-') ? 0 : 0x80) | (flags.Contains('R') ? 0x40 : 0)));
        var length = payload.Length + (flags.Contains('L') ? 1_000 : 0);
        var mask = flags.Contains('U') ? 0 : 0x80;
        if (length < 126)
        {
            bytes.Add((byte)(mask | length));
        }
        else if (length < 65_536)
        {
            bytes.AddRange([(byte)(mask | 126), (byte)(length >> 8), (byte)length]);
        }
        else
        {
            bytes.AddRange([(byte)(mask | 127), 0, 0, 0, 0, (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length]);
        }

        byte[] key = [0x37, 0xFA, 0x21, 0x3D];
        if (mask != 0)
        {
            bytes.AddRange(key);
        }

        bytes.AddRange(mask == 0 ? payload : payload.Select((b, i) => (byte)(b ^ key[i % 4])));
    }
}
