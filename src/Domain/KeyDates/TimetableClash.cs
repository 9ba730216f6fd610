using Exams.Domain.Vocabulary;

namespace Exams.Domain.KeyDates;

/// <summary>More exams in a session, or on a day, than one person can take: the centre must ask for a deviation from the timetable.</summary>
/// <remarks>Rule 14: a warning, never a refusal.</remarks>
/// <param name="Date">The day.</param>
/// <param name="Session">The session; null when it is the whole day that is too long.</param>
/// <param name="Minutes">How long the exams take together.</param>
/// <param name="Syllabuses">The syllabuses they belong to.</param>
public sealed record TimetableClash(DateOnly Date, ExamSession? Session, int Minutes, IReadOnlyList<SyllabusCode> Syllabuses)
{
    /// <summary>In words.</summary>
    public string Message => Session is null
        ? $"{Minutes} minutes of exams on {Date:yyyy-MM-dd}, more than six hours: {string.Join(", ", Syllabuses)}."
        : $"{Minutes} minutes of exams in one session ({Session} of {Date:yyyy-MM-dd}): {string.Join(", ", Syllabuses)}.";
}
