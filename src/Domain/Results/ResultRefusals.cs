using Exams.Domain.Vocabulary;

namespace Exams.Domain.Results;

/// <summary>A grade came with an outcome that has none, or was missing where one was awarded.</summary>
/// <param name="Outcome">The outcome.</param>
public sealed record GradeAndOutcomeDisagree(ResultOutcome Outcome) : Refusal(
    "GRADE_AND_OUTCOME_DISAGREE", "A grade belongs to the outcome GRADE, and to no other.", "grade");

/// <summary>The scale of the qualification does not have this grade.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Scale">The code of the scale.</param>
public sealed record GradeNotOnScale(Grade Grade, string Scale) : Refusal(
    "GRADE_NOT_ON_SCALE", $"The scale {Scale} has no grade {Grade}.", "grade");

/// <summary>A uniform mark came with an outcome that is not a grade.</summary>
/// <param name="Outcome">The outcome.</param>
public sealed record PumWithoutGrade(ResultOutcome Outcome) : Refusal(
    "PUM_WITHOUT_GRADE", "Only a grade carries a percentage uniform mark.", "pum");

/// <summary>The uniform mark lies outside the grade's band, or the scale has no bands.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Pum">The mark.</param>
/// <param name="Scale">The code of the scale.</param>
public sealed record PumOutsideBand(Grade Grade, Pum Pum, string Scale) : Refusal(
    "PUM_OUTSIDE_BAND", $"A percentage uniform mark of {Pum} does not agree with grade {Grade} on the scale {Scale}.", "pum");
