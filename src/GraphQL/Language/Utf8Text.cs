using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Exams.GraphQL.Language;

/// <summary>Questions about UTF-8 bytes that messages and the lexer ask.</summary>
internal static class Utf8Text
{
    /// <summary>Offset of the first byte that does not belong to well-formed UTF-8; the length when all do.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
        {
            return text.Length;
        }

        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    /// <summary>The character at an offset, as messages show it: <c>"x"</c>, <c>U+00E9</c> or <c>&lt;EOF&gt;</c>.</summary>
    public static string DescribeAt(ReadOnlySpan<byte> text, int at)
    {
        if (at >= text.Length)
        {
            return "<EOF>";
        }

        var point = Rune.DecodeFromUtf8(text[at..], out var rune, out _) == OperationStatus.Done ? rune.Value : Surrogate(text[at..]) ?? 0xFFFD;
        return point switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{(char)point}\"",
            _ => "U+" + point.ToString("X4", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Some UTF-16 units from an offset on, or what there is of them; half pairs come out as U+FFFD.</summary>
    public static string Slice(ReadOnlySpan<byte> text, int at, int units)
    {
        // No unit takes more than three bytes, so the rest need not be decoded.
        var near = Encoding.UTF8.GetString(text.Slice(at, Math.Min(text.Length - at, (units * 3) + 1)));
        return near.Length <= units ? near : near[..units];
    }

    /// <summary>Cuts a quoted text to a limit, and shows that it did.</summary>
    public static string Cut(string value, int? limit) => value.Length <= limit || limit is not { } most
        ? value
        : string.Concat(value.AsSpan(0, most > 0 && char.IsHighSurrogate(value[most - 1]) ? most - 1 : most), "…");

    // A lone surrogate that somebody encoded like a character; named as what it is.
    private static int? Surrogate(ReadOnlySpan<byte> text) =>
        text is [0xED, >= 0xA0 and <= 0xBF, >= 0x80 and <= 0xBF, ..] ? 0xD000 | ((text[1] & 0x3F) << 6) | (text[2] & 0x3F) : null;
}
