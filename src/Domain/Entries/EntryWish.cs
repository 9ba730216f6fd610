using Exams.Domain.Candidates;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>One entry as a client wants it to stand: made when there is none, amended when there is another option, left alone when it is so already.</summary>
/// <param name="Candidate">Who is entered.</param>
/// <param name="Syllabus">For what.</param>
/// <param name="Option">With which option; blank only where the syllabus has a single option without a code.</param>
public sealed record EntryWish(CandidateReference Candidate, SyllabusCode Syllabus, OptionCode Option)
{
    /// <summary>For a retake: the centre and number under which the syllabus was taken in the series before; null for no retake, and
    /// for leaving an entry that stands as it is.</summary>
    public PreviousNumber? Retakes { get; init; }

    /// <summary>Where the option carries marks forward: the registration they come from.</summary>
    public Registration? CarriedFrom { get; init; }

    /// <summary>The client's own key for the entry.</summary>
    public ExternalReference? Reference { get; init; }
}

/// <summary>Centre and number of a candidate in the series before.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Number">The candidate number.</param>
public readonly record struct PreviousNumber(CentreNumber Centre, CandidateNumber Number);
