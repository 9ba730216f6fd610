namespace Exams.GraphQL.Fuzz.Inputs;

/// <summary>Cuts any text into pieces that belong together: words, numbers, strings, single signs.</summary>
internal static class Tokens
{
    /// <summary>Start and end of each piece, white space left out; one piece for a text of nothing else.</summary>
    public static List<(int Start, int End)> Of(ReadOnlySpan<byte> text)
    {
        var tokens = new List<(int, int)>();
        for (var at = 0; at < text.Length;)
        {
            var end = End(text, at);
            if (text[at] > ' ')
            {
                tokens.Add((at, end));
            }

            at = end;
        }

        return tokens.Count > 0 ? tokens : [(0, text.Length)];
    }

    private static int End(ReadOnlySpan<byte> text, int at)
    {
        var end = at + 1;
        if (text[at] == '"')
        {
            while (end < text.Length && text[end] != '"' && text[end] != '\n')
            {
                end += text[end] == '\\' ? 2 : 1;
            }

            return Math.Min(end + 1, text.Length);
        }

        if (IsWord(text[at]))
        {
            while (end < text.Length && IsWord(text[end]))
            {
                end++;
            }
        }

        return end;
    }

    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)'$' or (byte)'@' or (byte)'-' or >= 0x80;
}
