using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>A component of a syllabus: two digits (<c>21</c> is paper 2, variant 1; <c>04</c> has no variant).</summary>
/// <remarks>Source: domain 1.5, rule 4.</remarks>
public readonly record struct ComponentCode : IVocabulary<ComponentCode>, IComparable<ComponentCode>
{
    private readonly string? text;

    private ComponentCode(string text) => this.text = text;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out ComponentCode value)
    {
        var good = CodeText.IsDigits(text, 2);
        value = good ? new ComponentCode(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(ComponentCode other) => string.CompareOrdinal(text, other.text);

    /// <summary>The two digits.</summary>
    /// <returns>Two characters.</returns>
    public override string ToString() => text ?? "";
}
