using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>Values between their forms: coerced to JSON, JSON to literals.</summary>
internal static class Coerced
{
    private const long SafeInteger = 9_007_199_254_740_991;

    /// <summary>A coerced value as JSON.</summary>
    public static string Text(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => JsonSerializer.Serialize(text),
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        // What is too small for a double is a zero of either sign.
        double number => number == 0 ? "0" : double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "\"infinite\"",
        IEnumerable<KeyValuePair<string, object?>> members => $"{{{string.Join(',', members.Select(m => $"{Text(m.Key)}:{Text(m.Value)}"))}}}",
        IEnumerable items => $"[{string.Join(',', items.Cast<object?>().Select(Text))}]",
        _ => throw new WrongException("A coerced value is one of the documented kinds"),
    };

    /// <summary>A JSON value as the literal that means the same; null where the two differ by their nature.</summary>
    public static string? Literal(JsonElement json, IType type)
    {
        var text = new StringBuilder();
        return Write(json, type, text) ? text.ToString() : null;
    }

    private static bool Write(JsonElement json, IType type, StringBuilder text)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                return Members(json, type.Nullable() as InputObjectType, text);
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in json.EnumerateArray())
                {
                    if (!Write(item, type.Nullable() is ListType list ? list.OfType : type, text))
                    {
                        return false;
                    }

                    text.Append(' ');
                }

                text.Append(']');
                return true;
            case JsonValueKind.String:
                // A name is an enum's literal; a string that is no name has none.
                var letters = json.GetString()!;
                var isName = type.NamedType() is EnumType && letters is not ("true" or "false" or "null");
                text.Append(isName ? letters : JsonSerializer.Serialize(letters));
                return !isName || (letters.Length > 0 && letters.All(char.IsAsciiLetter));
            case JsonValueKind.Number:
                // Literals keep their digits, JSON has numbers only: 1.0 is an Int there and a Float here.
                text.Append(json.GetRawText());
                return type.NamedType().Name == "Float" || (json.TryGetInt64(out var number) && Math.Abs(number) <= SafeInteger && json.GetRawText() == number.ToString(CultureInfo.InvariantCulture));
            default:
                text.Append(json.GetRawText());
                return true;
        }
    }

    private static bool Members(JsonElement json, InputObjectType? type, StringBuilder text)
    {
        var seen = new HashSet<string>();
        text.Append('{');
        foreach (var member in json.EnumerateObject())
        {
            // Custom scalars take any object; there, too, a literal's field needs a name.
            if (!seen.Add(member.Name) || member.Name is not [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_', ..] || !member.Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                return false;
            }

            text.Append(member.Name).Append(": ");
            if (type is null || !type.Fields.TryGetValue(member.Name, out var field) || !Write(member.Value, field.Type, text))
            {
                return false;
            }

            text.Append(' ');
        }

        text.Append('}');
        return true;
    }
}
