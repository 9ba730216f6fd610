using System.Text;

namespace Exams.GraphQL.Language;

/// <summary>Block strings: from what is written to what is meant, and back (specification, "Block Strings").</summary>
public static class BlockString
{
    private const int LongLine = 70;

    /// <summary>Takes away the common indentation of all lines but the first, and blank lines at both ends
    /// (specification, "BlockStringValue").</summary>
    /// <param name="lines">Lines without their ends.</param>
    /// <returns>The lines that are meant.</returns>
    public static IReadOnlyList<string> Dedent(IReadOnlyList<string> lines)
    {
        var common = int.MaxValue;
        int first = -1, last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var indent = LeadingWhiteSpace(lines[i]);
            if (indent == lines[i].Length)
            {
                continue;
            }

            first = first < 0 ? i : first;
            last = i;
            if (i > 0)
            {
                common = Math.Min(common, indent);
            }
        }

        var kept = new List<string>();
        for (var i = Math.Max(first, 0); i <= last; i++)
        {
            kept.Add(i == 0 ? lines[i] : lines[i][Math.Min(common, lines[i].Length)..]);
        }

        return kept;
    }

    /// <summary>Whether a text would be read back unchanged from a block string.</summary>
    /// <param name="value">The text.</param>
    /// <returns>False for control characters, carriage returns, blank lines at the ends, and indentation common to all lines.</returns>
    public static bool CanPrint(string value)
    {
        if (value.Length == 0)
        {
            return true;
        }

        bool blank = true, indented = false, allIndented = true, seenLine = false;
        foreach (var c in value)
        {
            switch (c)
            {
                case '\n':
                    if (blank && !seenLine)
                    {
                        return false;
                    }

                    seenLine = true;
                    blank = true;
                    indented = false;
                    break;
                case '\t' or ' ':
                    indented |= blank;
                    break;
                case <= '\u000F':
                    return false;
                default:
                    allIndented &= indented;
                    blank = false;
                    break;
            }
        }

        return !blank && !(allIndented && seenLine);
    }

    /// <summary>Writes a text as a block string, quotes included, laid out as graphql-js 16 does.</summary>
    /// <param name="value">The text.</param>
    /// <param name="minimize">Leaves out line ends that are there only for readers.</param>
    /// <returns>The literal.</returns>
    public static string Print(string value, bool minimize = false)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = Lines(escaped);
        var single = lines.Count == 1;

        // A first line of its own keeps the others' indentation from being taken for common.
        var leading = !single && lines.Skip(1).All(line => line.Length == 0 || IsWhiteSpace(line[0]));
        var endsInTriple = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var trailing = (value.EndsWith('"') && !endsInTriple) || value.EndsWith('\\');
        var spread = !minimize && (!single || value.Length > LongLine || trailing || leading || endsInTriple);
        var startsBlank = single && value.Length > 0 && IsWhiteSpace(value[0]);

        var text = new StringBuilder("\"\"\"");
        if ((spread && !startsBlank) || leading)
        {
            text.Append('\n');
        }

        text.Append(escaped);
        if (spread || trailing)
        {
            text.Append('\n');
        }

        return text.Append("\"\"\"").ToString();
    }

    /// <summary>Splits at LF, CR and CR LF.</summary>
    internal static List<string> Lines(ReadOnlySpan<char> text)
    {
        var lines = new List<string>();
        while (true)
        {
            var stop = text.IndexOfAny('\n', '\r');
            if (stop < 0)
            {
                lines.Add(text.ToString());
                return lines;
            }

            lines.Add(text[..stop].ToString());
            text = text[(stop + (text[stop..].StartsWith("\r\n") ? 2 : 1))..];
        }
    }

    private static int LeadingWhiteSpace(string line)
    {
        var i = 0;
        while (i < line.Length && IsWhiteSpace(line[i]))
        {
            i++;
        }

        return i;
    }

    private static bool IsWhiteSpace(char c) => c is ' ' or '\t';
}
