using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>A unique candidate identifier: thirteen characters that stay with a person over centres and series.</summary>
/// <remarks>When the first twelve are digits, the thirteenth is a check letter (weights 16 to 5, modulo 17); centres with
/// letters in their number have no known check. Source: domain 1.3, rule 3, example E1.</remarks>
public readonly record struct Uci : IVocabulary<Uci>
{
    private const int Length = 13;

    // No I, J, N, O, P, Q, S, U, Z: letters that are misread on paper.
    private const string CheckLetters = "ABCDEFGHKLMRTVWXY";
    private readonly string? text;

    private Uci(string text) => this.text = text;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out Uci value)
    {
        value = default;
        if (text is not { Length: Length } || !CodeText.IsAll(text, char.IsAsciiLetterOrDigit))
        {
            return false;
        }

        var tidy = text.ToUpperInvariant();
        if (CodeText.IsDigits(tidy[..12], 12) && tidy[12] != CheckLetter(tidy))
        {
            return false;
        }

        value = new Uci(tidy);
        return true;
    }

    /// <summary>The check letter that belongs to twelve digits.</summary>
    /// <param name="digits">At least twelve characters, the first twelve being digits.</param>
    /// <returns>One of seventeen letters.</returns>
    public static char CheckLetter(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var place = 0; place < 12; place++)
        {
            sum += (digits[place] - '0') * (16 - place);
        }

        return CheckLetters[sum % CheckLetters.Length];
    }

    /// <summary>The thirteen characters in upper case.</summary>
    /// <returns>Thirteen characters.</returns>
    public override string ToString() => text ?? "";
}
