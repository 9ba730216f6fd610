using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Exams.GraphQL.Host;

/// <summary>Reads JSON strings that no JSON reader accepts: half surrogate pairs become the bytes they would have if they were
/// characters, so that the lexer meets them as the oracle's does.</summary>
internal static class LooseText
{
    public static byte[] Utf8(JsonElement text)
    {
        var units = Unescape(text.GetRawText().AsSpan()[1..^1]);
        var bytes = new List<byte>(units.Length);
        Span<byte> four = stackalloc byte[4];
        for (var i = 0; i < units.Length; i++)
        {
            if (Rune.TryGetRuneAt(units, i, out var rune))
            {
                bytes.AddRange(four[..rune.EncodeToUtf8(four)]);
                i += rune.Utf16SequenceLength - 1;
            }
            else
            {
                bytes.AddRange([(byte)(0xE0 | (units[i] >> 12)), (byte)(0x80 | ((units[i] >> 6) & 0x3F)), (byte)(0x80 | (units[i] & 0x3F))]);
            }
        }

        return [.. bytes];
    }

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            if (raw[i] == 'u')
            {
                text.Append((char)ushort.Parse(raw.Slice(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(raw[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var c => c });
            }
        }

        return text.ToString();
    }
}
