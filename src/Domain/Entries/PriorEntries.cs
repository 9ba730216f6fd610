using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>Entries of earlier series by registration and syllabus, those that stand.</summary>
/// <param name="entries">The entries.</param>
public sealed class PriorEntries(IReadOnlyDictionary<(Registration Registration, SyllabusCode Syllabus), PriorEntry> entries)
{
    /// <summary>Finds one.</summary>
    /// <param name="registration">Whose.</param>
    /// <param name="syllabus">For what.</param>
    /// <returns>The entry; null when there is none.</returns>
    public PriorEntry? Find(Registration registration, SyllabusCode syllabus) => entries.GetValueOrDefault((registration, syllabus));
}
