using System.Text.Json.Nodes;

namespace Exams.GraphQL.Tests.Surface;

/// <summary>What of an answer is compared: everything, data with the order of its keys, but neither words nor places of errors.
/// Errors count by code, and by path where the operation ran, since errors of validation are graphql-js's.</summary>
internal static class RecordedAnswer
{
    private static readonly string[] Ignored = ["message", "locations", "specifiedBy", "closeReason"];

    public static string Canonical(JsonObject answer, bool tailOnly)
    {
        if (tailOnly && answer["frames"] is JsonArray { Count: > 4 } frames)
        {
            answer["frames"] = new JsonArray([.. frames.Take(2).Concat(frames.TakeLast(2)).Select(f => f!.DeepClone())]);
        }

        // Where the text is kept, it says all that the body says, and its numbers have all their digits.
        if (answer.ContainsKey("bodyText"))
        {
            answer.Remove("body");
        }

        return Of(answer)!.ToJsonString();
    }

    private static JsonNode? Of(JsonNode? node) => node switch
    {
        JsonArray list => new JsonArray([.. list.Select(Of)]),
        JsonObject members => Of(members),
        _ => node?.DeepClone(),
    };

    private static JsonObject Of(JsonObject members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (!Ignored.Contains(name))
            {
                // An event of a stream has a whole answer in its "data".
                result[name] = name == "data" && !members.ContainsKey("event") ? value?.DeepClone()
                    : name == "errors" && value is JsonArray errors ? Errors(errors, members.ContainsKey("data"))
                    : Of(value);
            }
        }

        return result;
    }

    private static JsonArray Errors(JsonArray errors, bool ran)
    {
        var keys = errors.Select(e => $"{e!["extensions"]?["code"]} {(ran ? e["path"]?.ToJsonString() : "")}").Order(StringComparer.Ordinal);
        return new JsonArray([.. (ran ? keys : keys.Distinct()).Select(k => JsonValue.Create(k))]);
    }
}
