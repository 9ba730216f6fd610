using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>A currency by its three letters (ISO 4217), such as <c>GBP</c>.</summary>
public readonly record struct CurrencyCode : IVocabulary<CurrencyCode>
{
    private const int Length = 3;
    private readonly string? text;

    private CurrencyCode(string text) => this.text = text;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out CurrencyCode value)
    {
        var good = text is { Length: Length } && CodeText.IsAll(text, char.IsAsciiLetter);
        value = good ? new CurrencyCode(text!.ToUpperInvariant()) : default;
        return good;
    }

    /// <summary>The three letters in upper case.</summary>
    /// <returns>Three characters.</returns>
    public override string ToString() => text ?? "";
}
