using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>A centre's number: two letters and three digits (<c>US123</c>), or five digits in the UK.</summary>
/// <remarks>Spaces and case do not matter when it is typed ("us 569"); source: domain 1.1, rule 2, trap T24.</remarks>
public readonly record struct CentreNumber : IVocabulary<CentreNumber>, IComparable<CentreNumber>
{
    private const int Length = 5;
    private readonly string? text;

    private CentreNumber(string text) => this.text = text;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out CentreNumber value)
    {
        value = default;
        Span<char> tidy = stackalloc char[Length];
        var filled = 0;
        foreach (var typed in text ?? "")
        {
            if (typed == ' ')
            {
                continue;
            }

            if (filled == Length)
            {
                return false;
            }

            tidy[filled++] = char.IsAsciiLetterLower(typed) ? (char)(typed - 'a' + 'A') : typed;
        }

        if (filled != Length || !IsNumber(tidy))
        {
            return false;
        }

        value = new CentreNumber(new string(tidy));
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(CentreNumber other) => string.CompareOrdinal(text, other.text);

    /// <summary>The canonical text: upper case, no spaces.</summary>
    /// <returns>Five characters.</returns>
    public override string ToString() => text ?? "";

    private static bool IsNumber(ReadOnlySpan<char> tidy)
    {
        var letters = char.IsAsciiLetterUpper(tidy[0]) && char.IsAsciiLetterUpper(tidy[1]);
        var digits = char.IsAsciiDigit(tidy[0]) && char.IsAsciiDigit(tidy[1]);
        return (letters || digits) && char.IsAsciiDigit(tidy[2]) && char.IsAsciiDigit(tidy[3]) && char.IsAsciiDigit(tidy[4]);
    }
}
