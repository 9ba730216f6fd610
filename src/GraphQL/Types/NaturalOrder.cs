namespace Exams.GraphQL.Types;

/// <summary>Orders names as people do: runs of digits count as numbers (<c>a2</c> before <c>a10</c>), all else by code unit.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    /// <summary>The order.</summary>
    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x, b = y;
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                var byNumber = Number(a, ref i).CompareTo(Number(b, ref j));
                if (byNumber != 0)
                {
                    return byNumber;
                }
            }
            else if (a[i] != b[j])
            {
                return a[i] < b[j] ? -1 : 1;
            }
            else
            {
                i++;
                j++;
            }
        }

        return a.Length - b.Length;
    }

    // A leading zero is a number of its own, so that names that differ only in zeros keep an order.
    private static double Number(ReadOnlySpan<char> text, ref int at)
    {
        var number = 0d;
        do
        {
            number = (number * 10) + (text[at++] - '0');
        }
        while (at < text.Length && char.IsAsciiDigit(text[at]) && number > 0);
        return number;
    }
}
