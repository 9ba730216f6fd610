using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Exams.Domain.Vocabulary;

/// <summary>A candidate's number at a centre in a series: four digits, <c>0001</c> to <c>9999</c>.</summary>
/// <remarks>Text, because leading zeros count; never padded silently ("1" is refused). Source: domain 1.2, rule 1, example E2.</remarks>
public readonly record struct CandidateNumber : IVocabulary<CandidateNumber>, IComparable<CandidateNumber>
{
    private readonly string? text;

    private CandidateNumber(string text) => this.text = text;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out CandidateNumber value)
    {
        var good = CodeText.IsDigits(text, 4) && text != "0000";
        value = good ? new CandidateNumber(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(CandidateNumber other) => string.CompareOrdinal(text, other.text);

    /// <summary>The number as a number, 1 to 9999; 0 for the default value, which is none.</summary>
    public int Value => text is null ? 0 : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Writes a number with its leading zeros.</summary>
    /// <param name="value">1 to 9999.</param>
    /// <returns>The candidate number.</returns>
    public static CandidateNumber Of(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9_999);
        return new CandidateNumber(value.ToString("0000", CultureInfo.InvariantCulture));
    }

    /// <summary>The four digits.</summary>
    /// <returns>Four characters.</returns>
    public override string ToString() => text ?? "";
}
