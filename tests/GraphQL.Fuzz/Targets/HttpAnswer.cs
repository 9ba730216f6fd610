using System.Globalization;
using System.Text;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>One answer read off a connection.</summary>
/// <param name="Status">Its status.</param>
/// <param name="MediaType">Its type without parameters; empty for none.</param>
/// <param name="Body">Its body as text, as far as it came.</param>
/// <param name="IsWhole">Whether it came whole; false for those whose end is the connection's.</param>
/// <param name="Closes">Whether it is the connection's last.</param>
internal sealed record HttpAnswer(int Status, string MediaType, string Body, bool IsWhole, bool Closes)
{
    /// <summary>The answers of a connection, in order.</summary>
    public static List<HttpAnswer> Read(byte[] received)
    {
        var answers = new List<HttpAnswer>();
        for (var at = 0; at < received.Length;)
        {
            var head = received.AsSpan(at).IndexOf("\r\n\r\n"u8);
            WrongException.Unless(head >= 0 || at + 9 > received.Length || received.AsSpan(at).StartsWith("HTTP/1.1 "u8), "An answer starts as HTTP does");
            if (head < 0)
            {
                break;
            }

            var lines = Encoding.Latin1.GetString(received, at, head).Split("\r\n");
            WrongException.Unless(lines[0].StartsWith("HTTP/1.1 ", StringComparison.Ordinal), "An answer starts as HTTP does");
            var headers = lines.Skip(1).Select(l => l.Split(':', 2)).ToLookup(l => l[0].ToLowerInvariant(), l => l.ElementAtOrDefault(1)?.Trim() ?? "");
            at += head + 4;
            var status = int.Parse(lines[0].AsSpan(9, 3), CultureInfo.InvariantCulture);
            var (body, isWhole, next) = ReadBody(received, at, status, headers);
            at = next;
            answers.Add(new HttpAnswer(status, headers["content-type"].FirstOrDefault()?.Split(';')[0] ?? "", Encoding.UTF8.GetString(body), isWhole, headers["connection"].Contains("close")));
        }

        return answers;
    }

    private static (byte[] Body, bool IsWhole, int Next) ReadBody(byte[] received, int at, int status, ILookup<string, string> headers)
    {
        if (status is < 200 or 204 or 304)
        {
            // After 101 frames follow, which are no HTTP.
            return status == 101 ? (received[at..], false, received.Length) : ([], true, at);
        }

        if (headers["content-length"].FirstOrDefault() is { } length)
        {
            var end = at + int.Parse(length, CultureInfo.InvariantCulture);
            return end <= received.Length ? (received[at..end], true, end) : (received[at..], false, received.Length);
        }

        return headers["transfer-encoding"].Contains("chunked") ? Chunks(received, at) : (received[at..], false, received.Length);
    }

    private static (byte[] Body, bool IsWhole, int Next) Chunks(byte[] received, int at)
    {
        var body = new List<byte>();
        while (received.AsSpan(at).IndexOf("\r\n"u8) is >= 0 and var line)
        {
            var length = int.Parse(Encoding.ASCII.GetString(received, at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            at += line + 2;
            if (at + length + 2 > received.Length)
            {
                break;
            }

            body.AddRange(received[at..(at + length)]);
            at += length + 2;
            if (length == 0)
            {
                return ([.. body], true, at);
            }
        }

        return ([.. body], false, received.Length);
    }
}
