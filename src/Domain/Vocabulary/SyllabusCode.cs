using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>A syllabus code: four digits, leading zeros kept (<c>0580</c>).</summary>
/// <remarks>Source: domain 1.5, rule 4, trap T1.</remarks>
public readonly record struct SyllabusCode : IVocabulary<SyllabusCode>, IComparable<SyllabusCode>
{
    private readonly string? text;

    private SyllabusCode(string text) => this.text = text;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out SyllabusCode value)
    {
        var good = CodeText.IsDigits(text, 4);
        value = good ? new SyllabusCode(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(SyllabusCode other) => string.CompareOrdinal(text, other.text);

    /// <summary>The four digits.</summary>
    /// <returns>Four characters.</returns>
    public override string ToString() => text ?? "";
}
