using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>A candidate's name as it is printed: one line in any script, at most <see cref="MostCodePoints"/> code points.</summary>
/// <remarks>Composed (NFC). Control characters, direction controls, unassigned code points, lone surrogates and piles of
/// combining marks are refused. A board's own format stops at 40; longer legal names exist and must still print.
/// Source: domain 1.4, traps T10 and T25.</remarks>
public readonly record struct CandidateName : IVocabulary<CandidateName>
{
    /// <summary>The longest name that is kept, in code points.</summary>
    public const int MostCodePoints = 60;

    private readonly string? text;

    private CandidateName(string text) => this.text = text;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out CandidateName value)
    {
        var good = PlainText.TryTidy(text, MostCodePoints, out var tidy);
        value = good ? new CandidateName(tidy!) : default;
        return good;
    }

    /// <summary>The name.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => text ?? "";
}
