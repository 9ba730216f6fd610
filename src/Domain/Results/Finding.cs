using Exams.Domain.Vocabulary;

namespace Exams.Domain.Results;

/// <summary>What the board found: an outcome, and with a grade the grade and perhaps the uniform mark.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Grade">The grade, exactly when the outcome is one.</param>
/// <param name="Pum">The uniform mark; never without a grade.</param>
public sealed record Finding(ResultOutcome Outcome, Grade? Grade = null, Pum? Pum = null)
{
    /// <summary>What is inconsistent in it (rule 23, example E7).</summary>
    /// <param name="scale">The scale of the qualification.</param>
    /// <returns>The refusal; null when all is well.</returns>
    public Refusal? Fault(GradeScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        if ((Outcome == ResultOutcome.Grade) != Grade.HasValue)
        {
            return new GradeAndOutcomeDisagree(Outcome);
        }

        if (Grade is not { } grade)
        {
            return Pum is null ? null : new PumWithoutGrade(Outcome);
        }

        if (scale.Rank(grade) < 0)
        {
            return new GradeNotOnScale(grade, scale.Code);
        }

        return Pum is not { } pum || scale.Agree(grade, pum) ? null : new PumOutsideBand(grade, pum, scale.Code);
    }
}
