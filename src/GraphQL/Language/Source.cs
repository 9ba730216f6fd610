using System.Text;

namespace Exams.GraphQL.Language;

/// <summary>A place for people: both numbers count from 1; the column counts UTF-16 units, as graphql-js does.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
public readonly record struct SourceLocation(int Line, int Column);

/// <summary>A source text in UTF-8 and the way from offsets to lines.</summary>
/// <param name="text">The bytes; they must not change afterwards.</param>
public sealed class Source(ReadOnlyMemory<byte> text)
{
    private int[]? _lineStarts;

    /// <summary>A source made from a string.</summary>
    /// <param name="text">The text.</param>
    public Source(string text) : this(Encoding.UTF8.GetBytes(text))
    {
    }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Text { get; } = text;

    /// <summary>Line and column of a byte offset. Line ends are LF, CR and CR LF.</summary>
    /// <param name="offset">Offset into <see cref="Text"/>, clamped to its end.</param>
    /// <returns>The place, counted from 1.</returns>
    public SourceLocation Locate(int offset)
    {
        var bytes = Text.Span;
        offset = Math.Min(offset, bytes.Length);
        var starts = _lineStarts ??= LineStarts(bytes);
        var line = Array.BinarySearch(starts, offset);
        line = line < 0 ? ~line - 1 : line;
        return new SourceLocation(line + 1, Encoding.UTF8.GetCharCount(bytes[starts[line]..offset]) + 1);
    }

    // Made at the first question and kept: one fault may have many places.
    private static int[] LineStarts(ReadOnlySpan<byte> bytes)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'\n' || (bytes[i] == (byte)'\r' && (i + 1 >= bytes.Length || bytes[i + 1] != (byte)'\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
