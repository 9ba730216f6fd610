namespace Exams.GraphQL.Types;

/// <summary>Names that somebody may have meant, and the sentence that offers them.</summary>
/// <remarks>Distances, threshold, order and wording are graphql-js's, because tools match on its messages.</remarks>
public static class Suggestions
{
    private const int Most = 5;

    /// <summary>Options that are near to a misspelt name, nearest first, equally near ones in natural order.</summary>
    /// <param name="input">What was written.</param>
    /// <param name="options">What could have been meant.</param>
    /// <returns>The near ones.</returns>
    public static IReadOnlyList<string> For(string input, IEnumerable<string> options)
    {
        var threshold = (int)(input.Length * 0.4) + 1;
        var measure = new Distance(input);
        var near = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            if (measure.To(option, threshold) is { } distance)
            {
                near[option] = distance;
            }
        }

        return [.. near.OrderBy(n => n.Value).ThenBy(n => n.Key, NaturalOrder.Instance).Select(n => n.Key)];
    }

    /// <summary>The sentence <c> Did you mean "a", "b", or "c"?</c>, with a space before it; empty for no suggestions.</summary>
    /// <param name="suggestions">At most five are named.</param>
    /// <param name="what">What they are, e.g. <c>the enum value</c>.</param>
    /// <returns>The sentence.</returns>
    public static string DidYouMean(IReadOnlyList<string> suggestions, string? what = null)
    {
        var start = what is null ? " Did you mean " : $" Did you mean {what} ";
        var quoted = suggestions.Take(Most).Select(s => $"\"{s}\"").ToList();
        return quoted.Count switch
        {
            0 => "",
            1 => $"{start}{quoted[0]}?",
            2 => $"{start}{quoted[0]} or {quoted[1]}?",
            _ => $"{start}{string.Join(", ", quoted[..^1])}, or {quoted[^1]}?",
        };
    }

    /// <summary>Damerau–Levenshtein distance without case, given up beyond a threshold; another case alone costs one.</summary>
    private sealed class Distance(string input)
    {
        // Lower case as JavaScript has it; names in GraphQL are ASCII.
        private readonly char[] _input = Lower(input);
        private readonly int[][] _rows = [new int[input.Length + 1], new int[input.Length + 1], new int[input.Length + 1]];

        public int? To(string option, int threshold)
        {
            if (option == input)
            {
                return 0;
            }

            if (Math.Abs(option.Length - input.Length) > threshold)
            {
                return null;
            }

            ReadOnlySpan<char> a = Lower(option), b = _input;
            if (a.SequenceEqual(b))
            {
                return 1;
            }

            if (a.Length < b.Length)
            {
                var longer = b;
                b = a;
                a = longer;
            }

            for (var j = 0; j <= b.Length; j++)
            {
                _rows[0][j] = j;
            }

            for (var i = 1; i <= a.Length; i++)
            {
                if (Row(a, b, i) > threshold)
                {
                    return null;
                }
            }

            var distance = _rows[a.Length % 3][b.Length];
            return distance <= threshold ? distance : null;
        }

        private int Row(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int i)
        {
            int[] above = _rows[(i - 1) % 3], row = _rows[i % 3];
            var smallest = row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var cell = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cell = Math.Min(cell, _rows[(i - 2) % 3][j - 2] + 1);
                }

                smallest = Math.Min(smallest, cell);
                row[j] = cell;
            }

            return smallest;
        }

        private static char[] Lower(string text)
        {
            var lower = text.ToCharArray();
            for (var i = 0; i < lower.Length; i++)
            {
                lower[i] = char.ToLowerInvariant(lower[i]);
            }

            return lower;
        }
    }
}
