using System.Text;

namespace Exams.GraphQL.Language;

/// <summary>What a string token means. The lexer has checked it, so nothing here can fail.</summary>
internal static class StringLiteral
{
    /// <summary>The meaning of a string or block string token.</summary>
    public static string Read(ReadOnlySpan<byte> text, Token token) => token.Kind == TokenKind.BlockString
        ? Block(text[(token.Start + 3)..(token.End - 3)], token.HasEscapes)
        : Quoted(text[(token.Start + 1)..(token.End - 1)], token.HasEscapes);

    /// <summary>Writes a text as a quoted string, escaped as graphql-js 16 does.</summary>
    public static void Print(string value, StringBuilder to)
    {
        to.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': to.Append("\\\""); break;
                case '\\': to.Append("\\\\"); break;
                case '\b': to.Append("\\b"); break;
                case '\t': to.Append("\\t"); break;
                case '\n': to.Append("\\n"); break;
                case '\f': to.Append("\\f"); break;
                case '\r': to.Append("\\r"); break;
                case < ' ' or (>= '\u007F' and <= '\u009F'): to.Append("\\u00").Append(((int)c).ToString("X2", null)); break;
                default: to.Append(c); break;
            }
        }

        to.Append('"');
    }

    private static string Quoted(ReadOnlySpan<byte> inner, bool hasEscapes)
    {
        if (!hasEscapes)
        {
            return Encoding.UTF8.GetString(inner);
        }

        var value = new StringBuilder(inner.Length);
        var at = 0;
        while (inner[at..].IndexOf((byte)'\\') is var stop and >= 0)
        {
            value.Append(Encoding.UTF8.GetString(inner.Slice(at, stop)));
            at += stop;
            at += EscapeSequence.Read(inner, at, out var rune);
            value.Append(rune.ToString());
        }

        return value.Append(Encoding.UTF8.GetString(inner[at..])).ToString();
    }

    private static string Block(ReadOnlySpan<byte> inner, bool hasEscapes)
    {
        var raw = Encoding.UTF8.GetString(inner);
        var lines = BlockString.Lines(hasEscapes ? raw.Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal) : raw);
        return string.Join('\n', BlockString.Dedent(lines));
    }
}
