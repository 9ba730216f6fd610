using System.Collections;
using System.Text.Json;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Host;

/// <summary>JSON text whose members are in the order of their names.</summary>
internal static class Canonical
{
    /// <summary>The arguments that were given or have a default.</summary>
    public static string Arguments(IResolverContext context)
    {
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < context.Field.Arguments.Count; i++)
        {
            if (context.Argument(i) is { HasValue: true, Value: var value })
            {
                given[context.Field.Arguments[i].Name] = value;
            }
        }

        return Text(given);
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => Quote(text),
        bool truth => truth ? "true" : "false",
        double number => JsonNumber.Format(number),
        int or long => JsonNumber.Format(Convert.ToDouble(value, null)),
        JsonElement json => json.GetRawText(),
        IEnumerable<KeyValuePair<string, object?>> members =>
            "{" + string.Join(",", members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => Quote(m.Key) + ":" + Text(m.Value))) + "}",
        IEnumerable items => "[" + string.Join(",", items.Cast<object?>().Select(Text)) + "]",
        _ => throw new ArgumentException($"No canonical text for {value.GetType()}.", nameof(value)),
    };

    private static string Quote(string text)
    {
        using var json = new JsonBuffer();
        json.WriteString(text);
        return System.Text.Encoding.UTF8.GetString(json.Written.Span);
    }
}
