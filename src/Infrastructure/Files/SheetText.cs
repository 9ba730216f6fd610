using System.Text;

namespace Exams.Infrastructure.Files;

/// <summary>The text of a file that somebody sent, and what separates its cells.</summary>
/// <param name="Text">The text, without a byte order mark; what could not be read is U+FFFD.</param>
/// <param name="Separator">A comma, a semicolon or a tab.</param>
/// <param name="Line">The line in which it begins: 2 when the first line says nothing but the separator.</param>
internal sealed record SheetText(string Text, char Separator, int Line)
{
    private static readonly char[] _separators = [',', ';', '\t'];

    /// <summary>Reads UTF-8, or UTF-16 with its mark.</summary>
    /// <returns>The text; null when it is none.</returns>
    public static async Task<SheetText?> ReadAsync(Stream content, CancellationToken ct)
    {
        using var reader = new StreamReader(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: true);
        var text = await reader.ReadToEndAsync(ct);

        // UTF-16 without its mark has these in every other place.
        return text.AsSpan(0, Math.Min(text.Length, 4)).Contains('\0') ? null : Of(text);
    }

    // "sep=;" is what spreadsheets write and read where the comma belongs to numbers.
    private static SheetText Of(string text)
    {
        if (text.Length > 5 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && _separators.Contains(text[4]) && text[5] is '\r' or '\n')
            return new SheetText(text[(text[5] == '\r' && text.Length > 6 && text[6] == '\n' ? 7 : 6)..], text[4], 2);
        return new SheetText(text, SeparatorOf(text), 1);
    }

    // What is there most often in the header, outside of quotes.
    private static char SeparatorOf(string text)
    {
        Span<int> counts = [0, 0, 0];
        var isQuoted = false;
        foreach (var one in text)
        {
            isQuoted ^= one == '"';
            if (isQuoted)
                continue;
            if (one is '\r' or '\n')
                break;
            if (Array.IndexOf(_separators, one) is >= 0 and var at)
                counts[at]++;
        }

        var best = 0;
        for (var at = 1; at < counts.Length; at++)
            best = counts[at] > counts[best] ? at : best;
        return _separators[best];
    }
}
