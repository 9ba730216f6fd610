using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>A telephone number as people write it: five to twenty digits with <c>+ ( ) - . / x</c> and spaces among them.</summary>
/// <remarks>A light check: centres are in 160 countries and write their numbers in as many ways.</remarks>
public readonly record struct TelephoneNumber : IVocabulary<TelephoneNumber>
{
    private const int Longest = 40;
    private readonly string? text;

    private TelephoneNumber(string text) => this.text = text;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out TelephoneNumber value)
    {
        var tidy = text is { Length: <= Longest * 2 } ? text.Trim() : "";
        var digits = tidy.Count(char.IsAsciiDigit);
        var good = tidy.Length <= Longest && digits is >= 5 and <= 20
            && CodeText.IsAll(tidy, one => char.IsAsciiDigit(one) || "+()-./x ".Contains(one, StringComparison.Ordinal));
        value = good ? new TelephoneNumber(tidy) : default;
        return good;
    }

    /// <summary>The number as typed, without spaces around it.</summary>
    /// <returns>At most forty characters.</returns>
    public override string ToString() => text ?? "";
}
