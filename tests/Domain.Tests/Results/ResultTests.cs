using Exams.Domain.Candidates;
using Exams.Domain.Qualifications;
using Exams.Domain.Results;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Results;

/// <summary>Rules 23 to 25, example E7, trap T20.</summary>
public sealed class ResultTests
{
    private static readonly Candidate Fred = new(Roll.Us123, Roll.June, Named.Candidate("0001"), new PersonalDetails(Named.Person("Bloggs: Fred")));
    private static readonly Syllabus Mathematics = new(Named.Syllabus("9709"), Named.Name("Mathematics"), Named.Qualification("ALEVEL"));

    [Theory]
    [InlineData("A", "A", 85)]
    [InlineData("A", "A", null)]
    [InlineData("A", "A*", 90)]
    [InlineData("AS", "a", 95)]
    [InlineData("PREU", "D1", null)]
    public void A_grade_of_the_scale_with_a_mark_of_its_band_is_consistent(string scale, string grade, int? pum) =>
        Record(scale, ResultOutcome.Grade, grade, pum).IsDone(out _, out _).Should().BeTrue();

    [Theory]
    [InlineData("A", ResultOutcome.Grade, "A", 92, "PUM_OUTSIDE_BAND")]
    [InlineData("PREU", ResultOutcome.Grade, "D1", 95, "PUM_OUTSIDE_BAND")]
    [InlineData("AS", ResultOutcome.Grade, "A", null, "GRADE_NOT_ON_SCALE")]
    [InlineData("A", ResultOutcome.Grade, "a", null, "GRADE_NOT_ON_SCALE")]
    [InlineData("AS", ResultOutcome.Grade, "A*", 95, "GRADE_NOT_ON_SCALE")]
    [InlineData("A", ResultOutcome.Grade, null, null, "GRADE_AND_OUTCOME_DISAGREE")]
    [InlineData("A", ResultOutcome.NoResult, "A", null, "GRADE_AND_OUTCOME_DISAGREE")]
    [InlineData("A", ResultOutcome.NoResult, null, 0, "PUM_WITHOUT_GRADE")]
    [InlineData("A", ResultOutcome.Ungraded, null, 15, "PUM_WITHOUT_GRADE")]
    [InlineData("A", ResultOutcome.Pending, null, 50, "PUM_WITHOUT_GRADE")]
    [InlineData("A", ResultOutcome.ToBeIssued, null, 50, "PUM_WITHOUT_GRADE")]
    public void An_inconsistent_result_cannot_be_recorded(string scale, ResultOutcome outcome, string? grade, int? pum, string code)
    {
        Record(scale, outcome, grade, pum).IsDone(out _, out var refusal).Should().BeFalse();

        refusal!.Code.Should().Be(code);
    }

    [Theory]
    [InlineData(ResultOutcome.Ungraded)]
    [InlineData(ResultOutcome.NoResult)]
    [InlineData(ResultOutcome.Pending)]
    [InlineData(ResultOutcome.ToBeIssued)]
    public void Four_outcomes_are_not_grades_and_differ_from_each_other(ResultOutcome outcome)
    {
        Record("A", outcome, null, null).IsDone(out var result, out _).Should().BeTrue();

        result!.Outcome.Should().Be(outcome);
        result.Grade.Should().BeNull();
        result.Pum.Should().BeNull();
    }

    [Fact]
    public void A_result_knows_the_qualification_by_which_it_is_released()
    {
        Record("A", ResultOutcome.Grade, "A", 85).IsDone(out var result, out _);

        result!.Qualification.Should().Be(Named.Qualification("ALEVEL"));
        (result.Centre, result.Series, result.Candidate).Should().Be((Roll.Us123, Roll.June, Named.Candidate("0001")));
    }

    [Fact]
    public void A_revised_result_is_a_new_version_and_the_older_is_kept()
    {
        Record("A", ResultOutcome.Grade, "B", 75).IsDone(out var first, out _);

        first!.Revise(GradeScale.A, new Finding(ResultOutcome.Grade, Named.Grade("A"), Named.Pum(80)), Named.At("2026-09-01T00:00:00Z"))
            .IsDone(out var second, out _).Should().BeTrue();

        (second!.Version, second.Grade, second.SupersededAt).Should().Be((2, Named.Grade("A"), null));
        (first.Version, first.Grade, first.SupersededAt).Should().Be((1, Named.Grade("B"), Named.At("2026-09-01T00:00:00Z")));
    }

    [Fact]
    public void An_inconsistent_revision_changes_nothing()
    {
        Record("A", ResultOutcome.Grade, "B", 75).IsDone(out var first, out _);

        first!.Revise(GradeScale.A, new Finding(ResultOutcome.Grade, Named.Grade("A"), Named.Pum(75)), Named.At("2026-09-01T00:00:00Z"))
            .IsDone(out _, out var refusal).Should().BeFalse();

        refusal.Should().BeOfType<PumOutsideBand>();
        first.SupersededAt.Should().BeNull();
    }

    [Fact]
    public void Every_result_is_provisional_until_certificates_are_issued()
    {
        Record("A", ResultOutcome.Grade, "B", 75).IsDone(out var result, out _);

        result!.IsProvisional.Should().BeTrue();
    }

    private static Outcome<Result> Record(string scale, ResultOutcome outcome, string? grade, int? pum)
    {
        GradeScale.TryParse(scale, out var grades).Should().BeTrue();
        var finding = new Finding(outcome, grade is null ? null : Named.Grade(grade), pum is { } mark ? Named.Pum(mark) : null);
        return Result.For(Fred, Mathematics, grades!, Named.Option("A"), finding);
    }
}
