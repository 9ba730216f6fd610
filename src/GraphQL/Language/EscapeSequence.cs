using System.Text;

namespace Exams.GraphQL.Language;

/// <summary>Escapes in quoted strings (specification, "EscapedUnicode" and "EscapedCharacter").</summary>
internal static class EscapeSequence
{
    /// <summary>Reads the escape at a backslash.</summary>
    /// <returns>How many bytes it takes.</returns>
    public static int Read(ReadOnlySpan<byte> text, int at, out Rune value)
    {
        if (ByteAt(text, at + 1) == 'u')
        {
            return ByteAt(text, at + 2) == '{' ? VariableWidth(text, at, out value) : FixedWidth(text, at, out value);
        }

        var meant = ByteAt(text, at + 1) switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw new SyntaxException($"Invalid character escape sequence: \"{Utf8Text.Slice(text, at, 2)}\".", at),
        };
        value = new Rune(meant);
        return 2;
    }

    // \u{ HexDigit+ }
    private static int VariableWidth(ReadOnlySpan<byte> text, int at, out Rune value)
    {
        // Twelve is \u{00000000}: longer ones are refused, whatever they mean.
        var point = 0;
        var size = 3;
        while (size < 12)
        {
            var c = ByteAt(text, at + size++);
            if (c == '}')
            {
                if (size < 5 || !Rune.TryCreate(point, out value))
                {
                    break;
                }

                return size;
            }

            point = (point << 4) | HexDigit(c);
            if (point < 0)
            {
                break;
            }
        }

        throw new SyntaxException($"Invalid Unicode escape sequence: \"{Utf8Text.Slice(text, at, size)}\".", at);
    }

    // \u HexDigit HexDigit HexDigit HexDigit; two of them may form a surrogate pair.
    private static int FixedWidth(ReadOnlySpan<byte> text, int at, out Rune value)
    {
        var unit = Hex16(text, at + 2);
        if (Rune.TryCreate(unit, out value))
        {
            return 6;
        }

        if (unit is >= 0xD800 and <= 0xDBFF && ByteAt(text, at + 6) == '\\' && ByteAt(text, at + 7) == 'u')
        {
            var trailing = Hex16(text, at + 8);
            if (trailing is >= 0xDC00 and <= 0xDFFF)
            {
                value = new Rune((char)unit, (char)trailing);
                return 12;
            }
        }

        throw new SyntaxException($"Invalid Unicode escape sequence: \"{Utf8Text.Slice(text, at, 6)}\".", at);
    }

    // Negative when one of the four is no digit.
    private static int Hex16(ReadOnlySpan<byte> text, int at) =>
        (HexDigit(ByteAt(text, at)) << 12) | (HexDigit(ByteAt(text, at + 1)) << 8)
        | (HexDigit(ByteAt(text, at + 2)) << 4) | HexDigit(ByteAt(text, at + 3));

    private static int HexDigit(int c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };

    private static int ByteAt(ReadOnlySpan<byte> text, int at) => at < text.Length ? text[at] : -1;
}
