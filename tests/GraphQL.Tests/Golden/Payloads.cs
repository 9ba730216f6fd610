using System.Text.Json;
using System.Text.Json.Nodes;

namespace Exams.GraphQL.Tests.Golden;

/// <summary>The payloads of one response: put together as a client does it, checked against the rules of their order, and written down
/// in forms that can be compared.</summary>
internal sealed class Payloads
{
    private readonly Dictionary<string, JsonObject> _open = [];
    private readonly HashSet<string> _used = [];
    private readonly List<string> _pending = [];
    private readonly List<string> _incremental = [];
    private readonly List<string> _completed = [];
    private readonly List<string> _lists = [];
    private readonly List<string> _kinds = [];
    private string? _streaming;
    private JsonArray? _items;

    private Payloads(List<JsonObject> payloads)
    {
        Count = payloads.Count;
        Initial = payloads[0].ToJsonString();
        Data = payloads[0]["data"]?.DeepClone();
        for (var i = 0; i < payloads.Count; i++)
        {
            Read(payloads[i], i == 0, isLast: i == payloads.Count - 1, isOnly: payloads.Count == 1);
        }

        _open.Should().BeEmpty("everything announced is completed");
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The first.</summary>
    public string Initial { get; }

    /// <summary>The data as they are in the end.</summary>
    public JsonNode? Data { get; }

    /// <summary>Everything said, in order; how it was cut into payloads left out, and between what else the news comes that a list has ended,
    /// because that is a matter of timing in the reference implementation, too.</summary>
    public string InOrder => string.Join(
        '\n',
        [
            Initial, "pending", .. _pending, "incremental", .. _incremental, "completed", .. _completed,
            "lists", .. _lists.Order(StringComparer.Ordinal),
        ]);

    /// <summary>What failed, by path and label.</summary>
    public string Failures => string.Join('\n', _kinds.Where(k => k.StartsWith("failed", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    /// <summary>Reads payloads.</summary>
    public static Payloads Of(IEnumerable<string> texts) => new([.. texts.Select(t => JsonNode.Parse(t)!.AsObject())]);

    private void Read(JsonObject payload, bool isFirst, bool isLast, bool isOnly)
    {
        (payload["hasNext"]?.GetValue<bool>() ?? false).Should().Be(!isLast, "hasNext is false in the last payload and only there");
        payload.ContainsKey("hasNext").Should().Be(!isOnly);
        foreach (var pending in List(payload, "pending"))
        {
            var id = pending["id"]!.GetValue<string>();
            _used.Add(id).Should().BeTrue("an id is used once");
            _open.Add(id, pending);
            if (!isFirst)
            {
                _pending.Add(pending.ToJsonString());
            }
        }

        // What is announced with data may lie inside them, so paths are looked at behind the data.
        foreach (var incremental in List(payload, "incremental"))
        {
            Merge(incremental);
        }

        foreach (var pending in List(payload, "pending"))
        {
            At(pending["path"]!.AsArray()).Should().NotBeNull("what is announced hangs on something");
        }

        foreach (var completed in List(payload, "completed"))
        {
            _open.Remove(completed["id"]!.GetValue<string>(), out var pending).Should().BeTrue("what is completed was announced and is completed once");
            var kind = completed.ContainsKey("errors") ? "failed" : "done";
            (At(pending!["path"]!.AsArray()) is JsonArray ? _lists : _completed).Add(completed.ToJsonString());
            _kinds.Add($"{kind} {pending!["path"]!.ToJsonString()} {pending["label"]?.GetValue<string>()}");
        }
    }

    private static IEnumerable<JsonObject> List(JsonObject payload, string name)
    {
        var list = payload[name]?.AsArray();
        (list is { Count: 0 } && name != "pending").Should().BeFalse("empty lists are left out");
        return (list ?? []).Select(n => n!.AsObject());
    }

    private void Merge(JsonObject incremental)
    {
        var id = incremental["id"]!.GetValue<string>();
        _open.Should().ContainKey(id, "data come only for what was announced and is not complete");
        var path = _open[id]["path"]!.AsArray();
        if (incremental["items"]?.AsArray() is { } items)
        {
            Note(id, incremental);
            foreach (var item in items)
            {
                At(path)!.AsArray().Add(item?.DeepClone());
            }

            return;
        }

        _streaming = null;
        _incremental.Add(incremental.ToJsonString());
        var target = At([.. path.Select(s => s!.DeepClone()), .. (incremental["subPath"]?.AsArray() ?? []).Select(s => s!.DeepClone())]);
        Merge(target!.AsObject(), incremental["data"]!.AsObject());
    }

    // Whether items come one by one or together is a matter of timing.
    private void Note(string id, JsonObject incremental)
    {
        if (_streaming == id && !incremental.ContainsKey("errors"))
        {
            foreach (var item in incremental["items"]!.AsArray())
            {
                _items!.Add(item?.DeepClone());
            }

            _incremental[^1] = $$"""{"id":"{{id}}","items":{{_items!.ToJsonString()}}}""";
            return;
        }

        _incremental.Add(incremental.ToJsonString());
        (_streaming, _items) = incremental.ContainsKey("errors") ? (null, null) : (id, incremental["items"]!.DeepClone().AsArray());
    }

    private static void Merge(JsonObject into, JsonObject data)
    {
        foreach (var (key, value) in data)
        {
            if (into[key] is JsonObject known && value is JsonObject more)
            {
                Merge(known, more);
            }
            else
            {
                into.ContainsKey(key).Should().BeFalse("a field is sent once: {0}", key);
                into[key] = value?.DeepClone();
            }
        }
    }

    private JsonNode? At(JsonArray path)
    {
        var at = Data;
        foreach (var step in path)
        {
            at = step!.GetValueKind() == JsonValueKind.Number ? at?.AsArray()[step.GetValue<int>()] : at?.AsObject()[step.GetValue<string>()];
        }

        return at;
    }
}
