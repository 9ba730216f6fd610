using System.Text.Json;

namespace Exams.GraphQL.Types.Sdl;

/// <summary>Reads fields from parents that are JSON objects or dictionaries, which is all a schema from SDL knows of its data.</summary>
public static class MemberResolver
{
    /// <summary>A resolver that reads one member.</summary>
    /// <param name="name">The member's name.</param>
    /// <returns>The resolver; null for missing members and for other kinds of parent.</returns>
    public static PropertyResolver Of(string name) => new(parent => Read(parent, name));

    /// <summary>The member of a parent.</summary>
    /// <param name="parent">A JSON object or a dictionary with text keys; others, null included, have no members.</param>
    /// <param name="name">The member's name.</param>
    /// <returns>The value: null for JSON null, a list for a JSON array, otherwise what the parent holds.</returns>
    public static object? Read(object? parent, string name) => parent switch
    {
        JsonElement { ValueKind: JsonValueKind.Object } json => json.TryGetProperty(name, out var member) ? FromJson(member) : null,
        IReadOnlyDictionary<string, object?> members => members.GetValueOrDefault(name) is var value && value is JsonElement json
            ? FromJson(json)
            : value,
        _ => null,
    };

    /// <summary>The text of a value's <c>__typename</c> member.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The name, or null when it has none.</returns>
    public static string? TypeName(object value) => Read(value, "__typename") switch
    {
        string name => name,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        _ => null,
    };

    // Lists of lists nest as deeply as the JSON reader allowed.
    private static object? FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.Array => json.EnumerateArray().Select(FromJson).ToArray(),
        _ => json,
    };
}
