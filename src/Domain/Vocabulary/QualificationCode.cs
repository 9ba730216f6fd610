using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>The short name of a qualification: <c>IGCSE</c>, <c>OLEVEL</c>, <c>ASLEVEL</c>, <c>ALEVEL</c>, <c>PREU</c>.</summary>
/// <remarks>Upper-case letters, digits and underscores, beginning with a letter, at most 20. Which exist is data.</remarks>
public readonly record struct QualificationCode : IVocabulary<QualificationCode>, IComparable<QualificationCode>
{
    private const int Most = 20;
    private readonly string? text;

    private QualificationCode(string text) => this.text = text;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out QualificationCode value)
    {
        var good = text is { Length: > 0 and <= Most } && char.IsAsciiLetterUpper(text[0])
            && CodeText.IsAll(text, one => char.IsAsciiLetterUpper(one) || char.IsAsciiDigit(one) || one == '_');
        value = good ? new QualificationCode(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(QualificationCode other) => string.CompareOrdinal(text, other.text);

    /// <summary>The code.</summary>
    /// <returns>One to twenty characters.</returns>
    public override string ToString() => text ?? "";
}
