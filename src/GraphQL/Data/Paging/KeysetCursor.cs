using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Exams.GraphQL.Types.Relay;

namespace Exams.GraphQL.Data.Paging;

/// <summary>A place in an order as text: which order it is, and a value for each key. A cursor of another order is refused rather than
/// misunderstood.</summary>
internal sealed class KeysetCursor
{
    private readonly string _order;
    private readonly Func<string, object?>[] _parsers;
    private readonly bool[] _nullable;

    /// <summary>Cursors of an order.</summary>
    /// <param name="keys">Its keys.</param>
    public KeysetCursor(IReadOnlyList<SortKey> keys)
    {
        _order = OrderName(keys);
        _parsers = [.. keys.Select(k => Parser(Nullable.GetUnderlyingType(k.Type) ?? k.Type))];
        _nullable = [.. keys.Select(k => k.IsNullable)];
    }

    /// <summary>The cursor of a place.</summary>
    public string Write(IReadOnlyList<object?> values, IKeyMask? mask = null)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue(_order);
            foreach (var value in values)
            {
                json.WriteStringValue(Text(value is long number && mask is not null ? mask.Hide(number) : value));
            }

            json.WriteEndArray();
        }

        return Base64Url.EncodeToString(buffer.ToArray());
    }

    /// <summary>The place of a cursor.</summary>
    /// <param name="argument">Where it was given.</param>
    /// <param name="cursor">The cursor.</param>
    /// <param name="mask">Hides keys that are <see cref="long"/>; null when they stand there as they are.</param>
    /// <exception cref="GraphQLException"><c>HC0078</c>: it is none of this order.</exception>
    public IReadOnlyList<object?> Read(string argument, string cursor, IKeyMask? mask = null) => TryRead(cursor, mask) ?? throw PageRequest.BadCursor(argument, cursor);

    private object?[]? TryRead(string cursor, IKeyMask? mask)
    {
        string?[]? texts;
        try
        {
            texts = JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(cursor));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }

        if (texts is null || texts.Length != _parsers.Length + 1 || texts[0] != _order)
        {
            return null;
        }

        var values = new object?[_parsers.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var text = texts[i + 1];
            // PostgreSQL cannot even be asked for U+0000, so no cursor of ours has it.
            values[i] = text is null || text.Contains('\0') ? null : _parsers[i](text);
            if (values[i] is long number && mask is not null)
            {
                values[i] = mask.Reveal(number);
            }

            if (values[i] is null && (text is not null || !_nullable[i]))
            {
                return null;
            }
        }

        return values;
    }

    private static string OrderName(IReadOnlyList<SortKey> keys)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join(',', keys.Select(k => k.Signature)));
        return Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 4));
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        Enum known => known.ToString("D"),
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        double or float => ((IFormattable)value).ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static Func<string, object?> Parser(Type type)
    {
        if (type.IsEnum)
        {
            return text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && Enum.ToObject(type, number) is var value && Enum.IsDefined(type, value) && Text(value) == text
                ? value
                : null;
        }

        // Databases have no order for what is no number, and some cannot even be asked for it.
        if (type == typeof(double) || type == typeof(float))
        {
            var parse = KeyParsers.For(type);
            return text => parse(text) is { } number && !double.IsNaN(Convert.ToDouble(number, CultureInfo.InvariantCulture)) ? number : null;
        }

        if (type == typeof(DateTime))
        {
            return text => DateTime.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;
        }

        if (type == typeof(bool))
        {
            return text => bool.TryParse(text, out var truth) ? truth : null;
        }

        return KeyParsers.For(type);
    }
}
