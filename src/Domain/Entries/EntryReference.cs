using Exams.Domain.Candidates;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>How a client names an entry: by the row, by candidate and syllabus, or by its own key.</summary>
public abstract record EntryReference
{
    private EntryReference()
    {
    }

    /// <summary>By the row.</summary>
    /// <param name="Id">Its number.</param>
    public sealed record ById(long Id) : EntryReference;

    /// <summary>By what it is: the candidate's active entry for a syllabus.</summary>
    /// <param name="Candidate">The candidate.</param>
    /// <param name="Syllabus">The syllabus.</param>
    public sealed record BySyllabus(CandidateReference Candidate, SyllabusCode Syllabus) : EntryReference;

    /// <summary>By the client's own key.</summary>
    /// <param name="Centre">The centre.</param>
    /// <param name="Series">The series.</param>
    /// <param name="Key">The key that the client gave the entry.</param>
    public sealed record ByKey(CentreNumber Centre, Series Series, ExternalReference Key) : EntryReference;
}
