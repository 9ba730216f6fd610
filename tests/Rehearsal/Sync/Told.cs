using System.Text.Json.Nodes;

namespace Exams.Rehearsal.Sync;

/// <summary>What answers said was done. Each answer counts once, whether it was the first or came again.</summary>
internal sealed class Told
{
    private static readonly string[] Counted = ["registered", "changed", "made", "amended", "withdrawn"];
    private readonly Lock _lock = new();

    public Dictionary<string, int> Done { get; } = Counted.ToDictionary(one => one, _ => 0);

    public int Answers { get; private set; }

    public int Replays { get; private set; }

    public int Rows { get; private set; }

    /// <summary>Counts an answer to a bulk mutation, of which no row may be refused.</summary>
    public JsonArray Count(JsonObject answer)
    {
        var payload = answer["data"]!.AsObject().Single().Value!.AsObject();
        Check.That(payload["errors"]!.AsArray().Count == 0, $"refused: {payload["errors"]!.ToJsonString()}");
        var results = payload["results"]!.AsArray();
        foreach (var row in results)
        {
            Check.That(row!["errors"]!.AsArray().Count == 0, $"a row was refused: {row.ToJsonString()}");
        }

        lock (_lock)
        {
            Answers++;
            Replays += answer["extensions"]?["idempotentReplay"] is null ? 0 : 1;
            Rows += results.Count;
            foreach (var name in Counted)
            {
                Done[name] += payload[name]?.GetValue<int>() ?? 0;
            }
        }

        return results;
    }
}
