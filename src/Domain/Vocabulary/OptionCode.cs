using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>An entry option: one combination of components, named by one or two letters or digits, or <see cref="Blank"/>.</summary>
/// <remarks>Some syllabuses have no option code at all, and the guide says "leave blank": a blank is a value here, not a
/// missing one. Source: domain 1.5, rule 4, trap T12.</remarks>
public readonly record struct OptionCode : IVocabulary<OptionCode>, IComparable<OptionCode>
{
    private readonly string? text;

    private OptionCode(string text) => this.text = text;

    /// <summary>The option of a syllabus that has only one and gives it no code.</summary>
    public static OptionCode Blank { get; } = new("");

    /// <summary>Whether this is <see cref="Blank"/>.</summary>
    public bool IsBlank => string.IsNullOrEmpty(text);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out OptionCode value)
    {
        var good = text is { Length: <= 2 } && CodeText.IsAll(text, char.IsAsciiLetterOrDigit);
        value = good ? new OptionCode(text!.ToUpperInvariant()) : Blank;
        return good;
    }

    /// <summary>Whether both name the same option; the default value is blank.</summary>
    /// <param name="other">The other code.</param>
    /// <returns>True when their texts are equal.</returns>
    public bool Equals(OptionCode other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public int CompareTo(OptionCode other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>The code in upper case; empty when blank.</summary>
    /// <returns>Zero to two characters.</returns>
    public override string ToString() => text ?? "";
}
