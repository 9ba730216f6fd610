using Exams.Domain.Vocabulary;
using Exams.World;
using FsCheck;
using FsCheck.Fluent;

namespace Exams.Domain.Tests.Vocabulary;

/// <summary>Rule 3 and example E1.</summary>
public sealed class UciTests
{
    [Theory]
    [InlineData("681990012058G", true)]
    [InlineData("681990012058H", false)]
    [InlineData("251380019999G", true)]
    [InlineData("689990980001D", true)]
    [InlineData("US56902400010", true)]
    [InlineData("us56902400010", true)]
    [InlineData("681990012058", false)]
    [InlineData("681990012058GG", false)]
    [InlineData("68199001205 G", false)]
    [InlineData(null, false)]
    public void The_check_letter_counts_when_the_first_twelve_are_digits(string? typed, bool good) =>
        Uci.TryParse(typed, out _).Should().Be(good);

    [Fact]
    public void Of_all_letters_exactly_one_fits_twelve_digits() =>
        Prop.ForAll(Gen.Choose(0, 999_999).Two().ToArbitrary(), halves =>
            {
                var digits = $"{halves.Item1:000000}{halves.Item2:000000}";
                return Enumerable.Range('A', 26).Count(letter => Uci.TryParse(digits + (char)letter, out _)) == 1;
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_mistyped_digit_is_always_noticed() =>
        Prop.ForAll(Gen.Choose(0, 999_999).Two().Zip(Gen.Choose(0, 11).Zip(Gen.Choose(1, 9))).ToArbitrary(), typed =>
            {
                var digits = $"{typed.Item1.Item1:000000}{typed.Item1.Item2:000000}".ToCharArray();
                var letter = Uci.CheckLetter(digits);
                var (place, shift) = typed.Item2;
                digits[place] = (char)('0' + ((digits[place] - '0' + shift) % 10));
                return !Uci.TryParse(new string(digits) + letter, out _);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_uci_is_kept_in_capitals() => Named.Word<Uci>("681990012058g").ToString().Should().Be("681990012058G");
}
