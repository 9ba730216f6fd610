using System.Text.Json;
using System.Text.Json.Nodes;

namespace Exams.GraphQL.Fuzz.Worlds;

/// <summary>The payloads of one response, put together as a client does it and checked against the rules of their order
/// (incremental delivery, "Response Format").</summary>
internal sealed class Payloads
{
    private static readonly string[] Members = ["data", "errors", "extensions", "pending", "incremental", "completed", "hasNext"];
    private readonly Dictionary<string, JsonArray> _open = [];
    private readonly HashSet<string> _used = [];
    private bool _refusesBeginning;

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>How many errors they told.</summary>
    public int Errors { get; private set; }

    /// <summary>How many announced things failed.</summary>
    public int Failed { get; private set; }

    /// <summary>Whether the last one was read.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The data as far as they have come.</summary>
    public JsonNode? Data { get; private set; }

    /// <summary>How it came, without names.</summary>
    public string Shape => $"{Count} {Math.Min(_used.Count, 6)} {Errors > 0} {Failed > 0} {Data is null}";

    /// <summary>Reads the next one.</summary>
    /// <exception cref="WrongException">It may not come now, or not like this.</exception>
    public void Read(JsonElement payload)
    {
        WrongException.Unless(!IsOver, "Nothing comes behind the last payload");
        WrongException.Unless(payload.ValueKind == JsonValueKind.Object && payload.EnumerateObject().All(m => Members.Contains(m.Name)), "A payload has no unknown members");
        var isFirst = Count++ == 0;
        var node = (JsonObject)Node(payload)!;
        WrongException.Unless(isFirst == node.ContainsKey("data"), "The first payload has the data, and only that");
        WrongException.Unless(node["hasNext"] is JsonValue next && next.GetValueKind() is JsonValueKind.True or JsonValueKind.False, "A payload says whether there are more");
        IsOver = !node["hasNext"]!.GetValue<bool>();
        WrongException.Unless(!isFirst || !IsOver, "A response that comes in one is no payload");
        Data = isFirst ? node["data"]?.DeepClone() : Data;
        Faults(node["errors"], isFirst ? [] : null);
        Announce(node, isFirst);
        WrongException.Unless(!isFirst || _open.Count > 0, "The first payload announces something");
        WrongException.Unless(isFirst || IsOver || node.ContainsKey("pending") || node.ContainsKey("incremental") || node.ContainsKey("completed"), "No payload is empty");
        WrongException.Unless(!IsOver || _open.Count == 0, "Everything that was announced is completed in the end");
    }

    /// <summary>Compares with the same response in one.</summary>
    public void CompareTo(JsonElement whole)
    {
        var hasErrors = whole.TryGetProperty("errors", out _);
        WrongException.Unless(hasErrors == Errors > 0 || _refusesBeginning, "A response in parts has errors where the whole one has, and only there");
        whole.TryGetProperty("data", out var data);
        if (!hasErrors && !_refusesBeginning)
        {
            WrongException.Unless(JsonNode.DeepEquals(Data, Node(data)), "The parts come to the whole");
        }
        else
        {
            WrongException.Unless(Agree(Data, Node(data)), "The parts contradict the whole nowhere");
        }
    }

    private static JsonNode? Node(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object ? JsonNode.Parse(data.GetRawText(), documentOptions: new JsonDocumentOptions { MaxDepth = 2_000 }) : null;

    // A null stops at the border of a part, and a broken list has its beginning: one side may have what the other lost.
    private static bool Agree(JsonNode? parts, JsonNode? whole) => (parts, whole) switch
    {
        (null, _) or (_, null) => true,
        (JsonObject one, JsonObject other) => one.All(m => other.TryGetPropertyValue(m.Key, out var value) && Agree(m.Value, value)),
        (JsonArray one, JsonArray other) => one.Count <= other.Count && one.Zip(other).All(p => Agree(p.First, p.Second)),
        _ => JsonNode.DeepEquals(parts, whole),
    };

    private void Announce(JsonObject payload, bool isFirst)
    {
        var announced = List(payload, "pending");
        foreach (var pending in announced)
        {
            var id = Text(pending["id"]);
            WrongException.Unless(_used.Add(id), "An id is announced once");
            _open.Add(id, pending["path"] as JsonArray ?? throw new WrongException("What is announced has a path"));
            WrongException.Unless(!pending.ContainsKey("label") || Text(pending["label"]) is not null, "A label is a text");
        }

        // What is announced with data may hang on them.
        var incremental = List(payload, "incremental");
        WrongException.Unless(!isFirst || incremental.Count == 0, "The first payload brings no parts");
        incremental.ForEach(Merge);
        foreach (var pending in announced)
        {
            WrongException.Unless(At(_open[Text(pending["id"])]) is JsonObject or JsonArray, "What is announced hangs on an object or a list");
        }

        foreach (var completed in List(payload, "completed"))
        {
            WrongException.Unless(_open.Remove(Text(completed["id"]), out var path), "What is completed was announced, and is completed once");
            Failed += completed.ContainsKey("errors") ? 1 : 0;
            Faults(completed["errors"], path);
        }
    }

    private void Merge(JsonObject part)
    {
        WrongException.Unless(_open.TryGetValue(Text(part["id"]), out var announced), "Parts come only for what is announced and not completed");
        JsonArray path = [.. announced!.Select(s => s!.DeepClone()), .. (part["subPath"] as JsonArray ?? []).Select(s => s!.DeepClone())];
        Faults(part["errors"], path);
        if (part["items"] is JsonArray items)
        {
            WrongException.Unless(items.Count > 0, "A part of a list has items");
            var list = At(path) as JsonArray ?? throw new WrongException("Items come for a list");
            items.ToList().ForEach(i => list.Add(i?.DeepClone()));
            return;
        }

        WrongException.Unless(part["data"] is JsonObject, "A part has data or items");
        Merge(At(path) as JsonObject ?? throw new WrongException("Data come for an object"), (JsonObject)part["data"]!);
    }

    private static void Merge(JsonObject into, JsonObject data)
    {
        foreach (var (key, value) in data)
        {
            if (into[key] is JsonObject known && value is JsonObject more)
            {
                Merge(known, more);
                continue;
            }

            WrongException.Unless(!into.ContainsKey(key), "A field is sent once");
            into[key] = value?.DeepClone();
        }
    }

    private void Faults(JsonNode? errors, JsonArray? below)
    {
        if (errors is null)
        {
            return;
        }

        WrongException.Unless(errors is JsonArray { Count: > 0 } && below is not null, "Errors are a list with something in it, where errors may stand");
        foreach (var error in (JsonArray)errors)
        {
            Errors++;
            WrongException.Unless(error?["message"]?.GetValueKind() == JsonValueKind.String, "An error has a message");

            // Of a negative number of first items nobody hears who gets the list in one.
            _refusesBeginning |= error!["message"]!.GetValue<string>().Contains("initialCount", StringComparison.Ordinal);
            var path = error["path"] as JsonArray;
            WrongException.Unless(path is null || (path.Count >= below!.Count && path.Zip(below).All(p => JsonNode.DeepEquals(p.First, p.Second))), "An error lies in the part that tells it");
        }
    }

    private static List<JsonObject> List(JsonObject payload, string name)
    {
        WrongException.Unless(!payload.ContainsKey(name) || payload[name] is JsonArray { Count: > 0 }, "Empty lists are left out");
        return [.. (payload[name] as JsonArray ?? []).Select(n => n as JsonObject ?? throw new WrongException("Announcements, parts and completions are objects"))];
    }

    private static string Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : throw new WrongException("Ids and labels are texts");

    private JsonNode? At(JsonArray path)
    {
        var at = Data;
        foreach (var step in path)
        {
            at = (at, step!.GetValueKind()) switch
            {
                (JsonArray list, JsonValueKind.Number) when step.GetValue<int>() < list.Count => list[step.GetValue<int>()],
                (JsonObject members, JsonValueKind.String) => members[step.GetValue<string>()],
                _ => null,
            };
        }

        return at;
    }
}
