using System.Globalization;
using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Scalars;

/// <summary>How the built-in scalars look at what resolvers give: as text, truth value or number, whatever .NET type carries it.</summary>
internal static class LeafValue
{
    /// <summary>The text of a string, a character or a JSON string; null for anything else.</summary>
    public static string? Text(object value) => value switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        char letter => letter.ToString(),
        _ => null,
    };

    /// <summary>The truth value of a boolean; null for anything else.</summary>
    public static bool? Truth(object value) => value switch
    {
        bool truth => truth,
        JsonElement { ValueKind: JsonValueKind.True } => true,
        JsonElement { ValueKind: JsonValueKind.False } => false,
        _ => null,
    };

    /// <summary>The number in any numeric type, as the double that JavaScript would see; null for anything else.</summary>
    public static double? Number(object value) => value switch
    {
        double number => number,
        int or long or short or byte or sbyte or ushort or uint or ulong or float or decimal =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture),
        JsonElement { ValueKind: JsonValueKind.Number } json => json.GetDouble(),
        _ => null,
    };

    /// <summary>The number in a number, a boolean or a numeral, for result coercion of Int and Float; null for anything else.</summary>
    public static double? LenientNumber(object value)
    {
        if (Number(value) is { } number)
        {
            return number;
        }

        if (Truth(value) is { } truth)
        {
            return truth ? 1 : 0;
        }

        return Text(value) is { Length: > 0 } text ? Numeral(text) : null;
    }

    /// <summary>The digits of an integer that may be wider than 32 bits; null when the value is no integer.</summary>
    public static string? IntegerText(object value) => value switch
    {
        int or long or short or byte or sbyte or ushort or uint or ulong =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        JsonElement { ValueKind: JsonValueKind.Number } json when json.TryGetInt64(out var integer) =>
            integer.ToString(CultureInfo.InvariantCulture),
        _ => Number(value) is { } number && double.IsInteger(number) ? JsonNumber.Format(number) : null,
    };

    // White space alone is zero in JavaScript, and numerals may be surrounded by it.
    private static double? Numeral(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty)
        {
            return 0;
        }

        return double.TryParse(trimmed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
    }
}
