using Exams.Domain.Bulk;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Estimates;

/// <summary>An estimate as a centre wants it to stand.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Syllabus">The syllabus.</param>
/// <param name="Count">How many candidates are expected.</param>
public sealed record EstimateWish(CentreNumber Centre, Series Series, SyllabusCode Syllabus, int Count);

/// <summary>What became of an estimate.</summary>
public enum EstimateAction
{
    /// <summary>Nothing: it was refused.</summary>
    Refused,

    /// <summary>It was made, or replaced.</summary>
    Set,

    /// <summary>It was so already.</summary>
    Unchanged,
}

/// <summary>One row's outcome: the estimate, or everything that speaks against it.</summary>
/// <param name="Action">What became of it.</param>
/// <param name="Estimate">The estimate as it is then; null when refused.</param>
/// <param name="Refusals">Why it was refused; empty when it was not.</param>
public sealed record EstimateRow(EstimateAction Action, EstimatedEntry? Estimate, IReadOnlyList<Refusal> Refusals) : IBulkRow;
