using Exams.Domain.Vocabulary;

namespace Exams.Domain.Fees;

/// <summary>The amount cannot be a fee.</summary>
public sealed record FeeOutOfRange() : Refusal(
    "FEE_OUT_OF_RANGE", $"A fee is 0 to {Fee.MostHundredths / 100}, with two decimals at most.", "amount");

/// <summary>The syllabus leads to another qualification than the one that was named with it.</summary>
/// <param name="Syllabus">The syllabus.</param>
/// <param name="Qualification">The qualification that it leads to.</param>
public sealed record FeeForOtherQualification(SyllabusCode Syllabus, QualificationCode Qualification) : Refusal(
    "FEE_FOR_OTHER_QUALIFICATION", $"Syllabus {Syllabus} leads to {Qualification}: leave the qualification out.", "qualification");
