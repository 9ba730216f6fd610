using System.Text.Json;

namespace Exams.GraphQL.Http;

/// <summary>What the JSON reader leaves unchecked: escapes may form half a surrogate pair, on which every later reader would throw.</summary>
internal static class JsonText
{
    /// <summary>Moves over the value the reader stands at, and looks at all its strings.</summary>
    /// <returns>False when one of them is not text.</returns>
    public static bool Skip(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        do
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsSound(ref reader))
            {
                return false;
            }
        }
        while ((reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || reader.CurrentDepth > depth) && reader.Read());
        return true;
    }

    /// <summary>Whether the escapes of the string at the reader are whole characters.</summary>
    public static bool IsSound(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return true;
        }

        var text = reader.ValueSpan;
        while (text.IndexOf((byte)'\\') is var at and >= 0)
        {
            text = text[at..];
            if (text[1] != (byte)'u')
            {
                text = text[2..];
                continue;
            }

            var unit = Hex(text[2..6]);
            if (char.IsHighSurrogate(unit))
            {
                if (text.Length < 12 || !text[6..8].SequenceEqual("\\u"u8) || !char.IsLowSurrogate(Hex(text[8..12])))
                {
                    return false;
                }

                text = text[12..];
            }
            else if (char.IsLowSurrogate(unit))
            {
                return false;
            }
            else
            {
                text = text[6..];
            }
        }

        return true;
    }

    /// <summary>The bytes that the string at the reader means; those of the text itself when nothing is escaped.</summary>
    public static ReadOnlyMemory<byte> Unescape(ReadOnlyMemory<byte> text, ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return text.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        }

        var bytes = new byte[reader.ValueSpan.Length];
        return bytes.AsMemory(0, reader.CopyString(bytes));
    }

    private static char Hex(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return (char)value;
    }
}
