using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Exams.GraphQL.Types.Pagination;

namespace Exams.GraphQL.Data.Paging;

/// <summary>Pages of a list in memory. Its cursors are positions in the list.</summary>
internal static class ListPage
{
    /// <summary>Cuts a page.</summary>
    public static Connection<T> Cut<T>(IReadOnlyList<T> items, PagingArguments request, int defaultSize)
    {
        var start = request.After is { } after ? (int)Math.Min(Index("after", after) + 1, items.Count) : 0;
        var end = request.Before is { } before ? (int)Math.Min(Index("before", before), items.Count) : items.Count;
        var (from, to) = Slice(start, Math.Max(start, end), request, defaultSize);
        var edges = new Edge<T>[to - from];
        for (var i = from; i < to; i++)
        {
            edges[i - from] = new Edge<T>(items[i], Cursor(i));
        }

        var info = new ConnectionPageInfo(
            to < items.Count, from > 0, edges.Length == 0 ? null : edges[0].Cursor, edges.Length == 0 ? null : edges[^1].Cursor);
        return new Connection<T>(edges, info, items.Count);
    }

    /// <summary>The part of a range that <c>first</c> and <c>last</c> leave: first from the front, then last of those.</summary>
    public static (int From, int To) Slice(int start, int end, PagingArguments request, int defaultSize)
    {
        if (request.First is not null || request.Last is null)
        {
            end = (int)Math.Min((long)start + (request.First ?? defaultSize), end);
        }

        if (request.Last is { } last)
        {
            start = Math.Max(end - last, start);
        }

        return (start, end);
    }

    /// <summary>The cursor of a position.</summary>
    public static string Cursor(int index) => Convert.ToBase64String(Encoding.ASCII.GetBytes(index.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The position of a cursor; null when it is no position.</summary>
    public static long? TryIndex(string cursor)
    {
        Span<byte> bytes = stackalloc byte[16];
        return cursor.Length <= 16
            && Convert.TryFromBase64String(cursor, bytes, out var count)
            && Utf8Parser.TryParse(bytes[..count], out int index, out var read)
            && read == count
            && index >= 0
            ? index
            : null;
    }

    private static long Index(string argument, string cursor) => TryIndex(cursor) ?? throw PageRequest.BadCursor(argument, cursor);
}
