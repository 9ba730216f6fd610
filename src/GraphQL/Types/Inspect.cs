using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types;

/// <summary>Values as messages show them, in graphql-js's spelling: <c>"text"</c>, <c>1.5</c>, <c>[1, 2]</c>, <c>{ a: 1 }</c>.</summary>
/// <remarks>Three levels deep and ten items wide at most, so a message stays readable whatever a stranger sent.</remarks>
public static class Inspect
{
    private const int MaxItems = 10;
    private const int MaxDepth = 2;

    /// <summary>The text of a .NET value or a JSON element.</summary>
    /// <param name="value">Strings, numbers, booleans, lists, dictionaries, JSON elements; anything else by its <c>ToString</c>.</param>
    /// <returns>The text.</returns>
    public static string Value(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, 1);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case JsonElement json: AppendJson(text, json, depth); break;
            case string s: Quote(text, s); break;
            case bool b: text.Append(b ? "true" : "false"); break;
            case double or float or decimal:
                text.Append(JsonNumber.Format(Convert.ToDouble(value, CultureInfo.InvariantCulture)));
                break;
            case IReadOnlyDictionary<string, object?> members:
                AppendObject(text, members.Select(m => (m.Key, m.Value)), members.Count, depth);
                break;
            case IEnumerable items: AppendList(text, [.. items], depth); break;
            case IFormattable formattable: text.Append(formattable.ToString(null, CultureInfo.InvariantCulture)); break;
            default: text.Append(value); break;
        }
    }

    private static void AppendJson(StringBuilder text, JsonElement json, int depth)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String: Quote(text, json.GetString()!); break;
            case JsonValueKind.Number: text.Append(JsonNumber.Format(json.GetDouble())); break;
            case JsonValueKind.True: text.Append("true"); break;
            case JsonValueKind.False: text.Append("false"); break;
            case JsonValueKind.Array: AppendList(text, [.. json.EnumerateArray()], depth); break;
            case JsonValueKind.Object:
                AppendObject(text, json.EnumerateObject().Select(p => (p.Name, (object?)p.Value)), json.GetPropertyCount(), depth);
                break;
            case JsonValueKind.Undefined: text.Append("undefined"); break;
            default: text.Append("null"); break;
        }
    }

    private static void AppendList(StringBuilder text, object?[] items, int depth)
    {
        if (items.Length == 0)
        {
            text.Append("[]");
        }
        else if (depth > MaxDepth)
        {
            text.Append("[Array]");
        }
        else
        {
            text.Append('[');
            for (var i = 0; i < Math.Min(MaxItems, items.Length); i++)
            {
                text.Append(i == 0 ? "" : ", ");
                Append(text, items[i], depth + 1);
            }

            if (items.Length > MaxItems)
            {
                var rest = items.Length - MaxItems;
                text.Append(CultureInfo.InvariantCulture, $", ... {rest} more item{(rest == 1 ? "" : "s")}");
            }

            text.Append(']');
        }
    }

    private static void AppendObject(StringBuilder text, IEnumerable<(string Name, object? Value)> members, int count, int depth)
    {
        if (count == 0)
        {
            text.Append("{}");
            return;
        }

        if (depth > MaxDepth)
        {
            text.Append("[Object]");
            return;
        }

        text.Append("{ ");
        var first = true;
        foreach (var (name, value) in members)
        {
            text.Append(first ? "" : ", ").Append(name).Append(": ");
            Append(text, value, depth + 1);
            first = false;
        }

        text.Append(" }");
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                    {
                        text.Append(c).Append(value[++i]);
                    }
                    else if (char.IsSurrogate(c))
                    {
                        text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    }
                    else
                    {
                        text.Append(c);
                    }

                    break;
            }
        }

        text.Append('"');
    }
}
