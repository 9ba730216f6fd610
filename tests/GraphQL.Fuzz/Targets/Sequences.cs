using System.Text.Json;
using Exams.GraphQL.Fuzz.Worlds;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>An answer that holds several responses: its texts, and whether it says that it is whole.</summary>
/// <param name="Texts">The responses, as far as they came whole.</param>
/// <param name="IsEnded">Whether the answer says itself that nothing more comes.</param>
internal sealed record Sequences(IReadOnlyList<string> Texts, bool IsEnded)
{
    private const string Border = "\r\n---";
    private const string Event = "event: next\ndata: ";
    private const string Complete = "event: complete\ndata:";

    /// <summary>Reads an answer; null when it is no sequence.</summary>
    /// <exception cref="WrongException">It says that it is one and is not written as one.</exception>
    public static Sequences? Of(HttpAnswer answer) => answer.MediaType switch
    {
        "multipart/mixed" => Parts(answer),
        "text/event-stream" => Events(answer),
        "application/jsonl" => new Sequences([.. answer.Body.Split('\n')[..^1]], IsEnded: false),
        _ => null,
    };

    /// <summary>Each is a response; those that are payloads of one come in their order.</summary>
    public void Check()
    {
        var payloads = new Payloads();
        foreach (var text in Texts)
        {
            JsonDocument json;
            try
            {
                json = JsonDocument.Parse(text);
            }
            catch (JsonException)
            {
                throw new WrongException("Each response of a sequence is JSON");
            }

            using (json)
            {
                WrongException.Unless(
                    json.RootElement.ValueKind == JsonValueKind.Object
                    && json.RootElement.EnumerateObject().Any(m => m.Name is "data" or "errors" or "extensions" or "hasNext"),
                    "Each response of a sequence has data or errors, or says whether there are more");
                if (json.RootElement.TryGetProperty("hasNext", out _))
                {
                    payloads.Read(json.RootElement);
                }
            }
        }

        WrongException.Unless(!IsEnded || payloads.Count == 0 || payloads.IsOver, "A sequence that ends has its last payload");
    }

    private static Sequences Parts(HttpAnswer answer)
    {
        var pieces = answer.Body.Split(Border);
        WrongException.Unless(pieces[0].Length == 0, "A multipart answer begins with a border");
        var isEnded = pieces[^1] == "--\r\n";
        var texts = new List<string>();
        foreach (var piece in pieces[1..^1])
        {
            var head = piece.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            WrongException.Unless(head > 0 && piece.StartsWith("\r\nContent-Type: application/json", StringComparison.Ordinal), "A part has a head");
            texts.Add(piece[(head + 4)..]);
        }

        return new Sequences(texts, isEnded);
    }

    private static Sequences Events(HttpAnswer answer)
    {
        var texts = new List<string>();
        var isEnded = false;
        foreach (var text in answer.Body.Split("\n\n")[..^1])
        {
            WrongException.Unless(!isEnded, "Nothing comes behind the last event");
            isEnded = text == Complete;
            if (!isEnded && text != ":")
            {
                WrongException.Unless(text.StartsWith(Event, StringComparison.Ordinal), "An event is a response, the end or a sign of life");
                texts.Add(text[Event.Length..].Replace("\ndata: ", "\n", StringComparison.Ordinal));
            }
        }

        return new Sequences(texts, isEnded);
    }
}
