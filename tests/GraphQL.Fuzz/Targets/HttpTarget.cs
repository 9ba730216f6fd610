using System.Globalization;
using System.Text;
using System.Text.Json;
using Exams.GraphQL.Fuzz.Inputs;
using Exams.GraphQL.Fuzz.Worlds;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>Any bytes on a connection: every answer is HTTP, none says that the server failed, and the next caller is served.</summary>
internal sealed class HttpTarget(LoopbackServer server, TimeProvider clock) : ITarget
{
    private const string Probe = "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    private int _runs;

    public string Name => "http";

    public int Share => 4;

    public int Parts => 1;

    public Case Make(Dice dice) => Case.Of(HttpGrammar.Connection(dice));

    public string Try(Case input)
    {
        var (received, hungUp) = Wire.Talk(server.Address, input.Parts[0], IsWhole, TimeSpan.FromMilliseconds(15), clock);
        WrongException.Unless(hungUp, "A server hangs up when its client has");
        var shape = new StringBuilder();
        foreach (var answer in HttpAnswer.Read(received))
        {
            Check(answer);
            shape.Append(answer.Status).Append(answer.MediaType).Append(Shape.Of(answer.Body.Length > 200 ? answer.Body[..200] : answer.Body)).Append('\n');
        }

        Alive();
        return shape.Append(received.Length == 0).ToString();
    }

    /// <summary>Whether a connection has one whole answer with a length, and asked for no more.</summary>
    private static bool IsWhole(byte[] received) => HttpAnswer.Read(received) is [{ IsWhole: true, Closes: true }];

    private static void Check(HttpAnswer answer)
    {
        // 505 is the web server's own word about other versions of HTTP, before anything of ours is asked.
        WrongException.Unless(answer.Status is >= 100 and < 500 or 505, "No request makes the server fail");
        WrongException.Unless(!answer.Body.Contains("   at ", StringComparison.Ordinal), "No answer shows a stack");
        if (Sequences.Of(answer) is { } sequence)
        {
            sequence.Check();
            return;
        }

        if (answer.IsWhole && answer.MediaType.EndsWith("json", StringComparison.Ordinal))
        {
            try
            {
                using var json = JsonDocument.Parse(answer.Body);
                WrongException.Unless(
                    json.RootElement.ValueKind == JsonValueKind.Array || json.RootElement.EnumerateObject().Any(m => m.Name is "data" or "errors" or "extensions"),
                    "A JSON answer has data or errors, or the cost that was asked for");
            }
            catch (JsonException)
            {
                throw new WrongException("An answer that says it is JSON is JSON");
            }
        }
    }

    private void Alive()
    {
        if (server.NextError() is { } error)
        {
            throw new WrongException("The server logs no error: " + error);
        }

        if (_runs++ % 50 == 0)
        {
            var (received, _) = Wire.Talk(server.Address, Encoding.ASCII.GetBytes(Probe), IsWhole, TimeSpan.FromSeconds(5), clock);
            WrongException.Unless(
                HttpAnswer.Read(received) is [{ Status: 200 } answer] && answer.Body.Contains("\"Query\"", StringComparison.Ordinal),
                string.Create(CultureInfo.InvariantCulture, $"The next caller is served ({received.Length} bytes came)"));
        }
    }
}
