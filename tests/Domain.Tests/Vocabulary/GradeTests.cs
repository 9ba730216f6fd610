using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Vocabulary;

/// <summary>Rule 23, example E7, traps T18, T19 and T21.</summary>
public sealed class GradeTests
{
    [Theory]
    [InlineData("IGCSE", "A*", "G", 8)]
    [InlineData("IGCSE91", "9", "1", 9)]
    [InlineData("OLEVEL", "A*", "E", 6)]
    [InlineData("AS", "a", "e", 5)]
    [InlineData("A", "A*", "E", 6)]
    [InlineData("PREU", "D1", "P3", 9)]
    public void Each_scale_runs_from_its_best_grade_to_its_last(string scale, string best, string last, int grades)
    {
        GradeScale.TryParse(scale, out var found).Should().BeTrue();

        found!.Grades.Select(grade => grade.ToString()).Should().HaveCount(grades).And.StartWith(best).And.EndWith(last);
        found.Rank(Named.Grade(best)).Should().Be(0);
    }

    [Fact]
    public void A_star_is_better_than_A_and_D1_better_than_M1()
    {
        GradeScale.A.Rank(Named.Grade("A*")).Should().BeLessThan(GradeScale.A.Rank(Named.Grade("A")));
        GradeScale.PreU.Rank(Named.Grade("D1")).Should().BeLessThan(GradeScale.PreU.Rank(Named.Grade("M1")));
        GradeScale.Igcse91.Rank(Named.Grade("9")).Should().BeLessThan(GradeScale.Igcse91.Rank(Named.Grade("1")));
    }

    [Fact]
    public void The_AS_Level_has_small_letters_and_no_a_star()
    {
        GradeScale.As.TryGrade("a", out _).Should().BeTrue();
        GradeScale.As.TryGrade("A", out _).Should().BeFalse();
        GradeScale.As.TryGrade("a*", out _).Should().BeFalse();
        Named.Grade("a").Should().NotBe(Named.Grade("A"));
    }

    [Theory]
    [InlineData("UNGRADED")]
    [InlineData("X")]
    [InlineData("Q")]
    [InlineData("Y")]
    [InlineData("U")]
    [InlineData("a*")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_on_no_scale_is_no_grade(string? text) => Grade.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("A", "A*", 90, 100)]
    [InlineData("A", "A", 80, 89)]
    [InlineData("A", "E", 40, 49)]
    [InlineData("AS", "a", 80, 100)]
    [InlineData("AS", "e", 40, 49)]
    [InlineData("IGCSE", "F", 30, 39)]
    [InlineData("IGCSE", "G", 20, 29)]
    [InlineData("OLEVEL", "B", 70, 79)]
    public void A_uniform_mark_agrees_with_exactly_its_grades_band(string code, string grade, int from, int to)
    {
        GradeScale.TryParse(code, out var scale).Should().BeTrue();

        Enumerable.Range(0, 101).Where(mark => scale!.Agree(Named.Grade(grade), Named.Pum(mark)))
            .Should().Equal(Enumerable.Range(from, to - from + 1));
    }

    [Theory]
    [InlineData("PREU", "D1")]
    [InlineData("IGCSE91", "9")]
    public void Scales_without_bands_agree_with_no_mark(string code, string grade)
    {
        GradeScale.TryParse(code, out var scale).Should().BeTrue();

        Enumerable.Range(0, 101).Should().NotContain(mark => scale!.Agree(Named.Grade(grade), Named.Pum(mark)));
    }

    [Theory]
    [InlineData("85", true)]
    [InlineData("0", true)]
    [InlineData("100", true)]
    [InlineData("101", false)]
    [InlineData("-1", false)]
    [InlineData("85.5", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_uniform_mark_is_a_whole_number_to_a_hundred(string? typed, bool good) => Pum.TryParse(typed, out _).Should().Be(good);
}
