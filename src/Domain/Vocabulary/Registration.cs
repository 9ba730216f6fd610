using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>A candidate's registration by its natural key: centre, series and candidate number, written <c>US123/2026-06/0001</c>.</summary>
/// <remarks>A candidate number alone means nothing (domain 1.2).</remarks>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Number">The candidate number.</param>
public readonly record struct Registration(CentreNumber Centre, Series Series, CandidateNumber Number) : IVocabulary<Registration>
{
    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out Registration value)
    {
        value = default;
        if (text?.Split('/', 4) is not [var centre, var series, var number]
            || !CentreNumber.TryParse(centre, out var place) || !Series.TryParse(series, out var time) || !CandidateNumber.TryParse(number, out var person))
        {
            return false;
        }

        value = new Registration(place, time, person);
        return true;
    }

    /// <summary>The canonical text.</summary>
    /// <returns>Three codes, with slashes between them.</returns>
    public override string ToString() => $"{Centre}/{Series}/{Number}";
}
