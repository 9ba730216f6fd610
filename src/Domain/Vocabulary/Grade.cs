using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>A grade as it is printed: <c>A*</c>, <c>9</c>, <c>a</c>, <c>D2</c>.</summary>
/// <remarks>Compared letter by letter with case: the AS Level's <c>a</c> is not the A Level's <c>A</c>. A grade has no order of
/// its own; <see cref="GradeScale.Rank"/> has. UNGRADED and the codes X, Q and Y are outcomes, not grades.
/// Source: domain 1.8, traps T18 and T19.</remarks>
public readonly record struct Grade : IVocabulary<Grade>
{
    private readonly string? text;

    internal Grade(string text) => this.text = text;

    /// <summary>Reads a grade that some scale has.</summary>
    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out Grade value)
    {
        foreach (var scale in GradeScale.Every)
        {
            if (scale.TryGrade(text, out value))
            {
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The grade.</summary>
    /// <returns>One or two characters.</returns>
    public override string ToString() => text ?? "";
}
