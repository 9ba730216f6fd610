using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Vocabulary;

/// <summary>Rules 1, 2 and 4; example E2; traps T1, T12 and T24.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("US123", "US123")]
    [InlineData("us 569", "US569")]
    [InlineData(" U S 5 6 9 ", "US569")]
    [InlineData("12345", "12345")]
    public void A_centre_number_is_read_whatever_its_case_and_spaces(string typed, string canonical) =>
        Named.Centre(typed).ToString().Should().Be(canonical);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("us12")]
    [InlineData("US1234")]
    [InlineData("U1234")]
    [InlineData("USA12")]
    [InlineData("1234")]
    [InlineData("US12٣")]
    [InlineData("ſs123")]
    [InlineData("US\t123")]
    [InlineData("US\u00A0123")]
    public void What_is_no_centre_number_is_refused(string? typed) => CentreNumber.TryParse(typed, out _).Should().BeFalse();

    [Theory]
    [InlineData("0001")]
    [InlineData("9999")]
    [InlineData("0100")]
    public void A_candidate_number_keeps_its_leading_zeros(string typed) => Named.Candidate(typed).ToString().Should().Be(typed);

    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    [InlineData("0000")]
    [InlineData("10000")]
    [InlineData("000 1")]
    [InlineData("+001")]
    [InlineData("٠٠٠١")]
    public void A_candidate_number_is_never_padded_and_never_0000(string? typed) =>
        CandidateNumber.TryParse(typed, out _).Should().BeFalse();

    [Fact]
    public void Candidates_sort_by_number() =>
        new[] { "0100", "0020", "1000", "0003" }.Select(Named.Candidate).Order().Select(one => one.ToString())
            .Should().Equal("0003", "0020", "0100", "1000");

    [Theory]
    [InlineData("0580", true)]
    [InlineData("580", false)]
    [InlineData("05800", false)]
    [InlineData("O580", false)]
    public void A_syllabus_code_is_four_digits(string typed, bool good) => SyllabusCode.TryParse(typed, out _).Should().Be(good);

    [Theory]
    [InlineData("04", true)]
    [InlineData("4", false)]
    [InlineData("21", true)]
    [InlineData("A1", false)]
    public void A_component_code_is_two_digits(string typed, bool good) => ComponentCode.TryParse(typed, out _).Should().Be(good);

    [Theory]
    [InlineData("", "")]
    [InlineData("A", "A")]
    [InlineData("by", "BY")]
    [InlineData("X1", "X1")]
    public void An_option_code_is_up_to_two_letters_or_digits_and_may_be_blank(string typed, string canonical) =>
        Named.Option(typed).ToString().Should().Be(canonical);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("ABC")]
    [InlineData("A-")]
    public void What_is_no_option_code_is_refused(string? typed) => OptionCode.TryParse(typed, out _).Should().BeFalse();

    [Fact]
    public void A_blank_option_is_a_value_like_any_other()
    {
        OptionCode.Blank.IsBlank.Should().BeTrue();
        OptionCode.Blank.Should().Be(default(OptionCode)).And.Be(Named.Option(""));
        OptionCode.Blank.GetHashCode().Should().Be(default(OptionCode).GetHashCode());
        Named.Option("A").Should().NotBe(OptionCode.Blank);
    }

    [Theory]
    [InlineData("IGCSE", true)]
    [InlineData("PRE_U2", true)]
    [InlineData("igcse", false)]
    [InlineData("2U", false)]
    [InlineData("A-LEVEL", false)]
    [InlineData("ABCDEFGHIJKLMNOPQRSTU", false)]
    public void A_qualification_code_is_in_capitals(string typed, bool good) => QualificationCode.TryParse(typed, out _).Should().Be(good);

    [Theory]
    [InlineData("1", true)]
    [InlineData("6", true)]
    [InlineData("0", false)]
    [InlineData("7", false)]
    [InlineData("3 ", false)]
    public void There_are_six_zones(string typed, bool good) => Zone.TryParse(typed, out _).Should().Be(good);
}
