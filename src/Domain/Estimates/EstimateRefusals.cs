using Exams.Domain.Vocabulary;

namespace Exams.Domain.Estimates;

/// <summary>The board has no such syllabus in any series.</summary>
/// <param name="Syllabus">The code.</param>
public sealed record SyllabusUnknown(SyllabusCode Syllabus) : Refusal("SYLLABUS_UNKNOWN", $"The board has no syllabus {Syllabus}.", "syllabus");

/// <summary>Estimates are from none to 99,999 candidates.</summary>
/// <param name="Count">What was given.</param>
public sealed record EstimateOutOfRange(int Count) : Refusal(
    "ESTIMATE_OUT_OF_RANGE", $"An estimate is a number of candidates from 0 to {EstimatedEntry.Most}.", "count");

/// <summary>The board's deadline for estimated entries has passed for the centre (rule 8).</summary>
/// <param name="Series">The series.</param>
/// <param name="ClosedAt">The last instant at which they were taken.</param>
public sealed record EstimatesClosed(Series Series, DateTimeOffset ClosedAt) : Refusal(
    "ESTIMATES_CLOSED", $"Estimated entries for {Series.Display} closed for your centre at {ClosedAt:yyyy-MM-dd HH:mm} UTC.", "count");
