using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>One line of text by which people know a thing or a person: a centre, a country, a syllabus, a query contact.</summary>
/// <remarks>At most <see cref="MostCodePoints"/> code points, under the same rules as <see cref="CandidateName"/>.</remarks>
public readonly record struct DisplayName : IVocabulary<DisplayName>
{
    /// <summary>The longest, in code points.</summary>
    public const int MostCodePoints = 100;

    private readonly string? text;

    private DisplayName(string text) => this.text = text;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out DisplayName value)
    {
        var good = PlainText.TryTidy(text, MostCodePoints, out var tidy);
        value = good ? new DisplayName(tidy!) : default;
        return good;
    }

    /// <summary>The text.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => text ?? "";
}
