using Exams.Domain.Vocabulary;
using Exams.World;
using FsCheck;
using FsCheck.Fluent;

namespace Exams.Domain.Tests.Vocabulary;

/// <summary>Domain 1.4, trap T25.</summary>
public sealed class BoardNameTests
{
    [Theory]
    [InlineData("Bloggs: Fred", "BLOGGS: FRED")]
    [InlineData("James: Naomi Sarah", "JAMES: NAOMI SARAH")]
    [InlineData("TANG PO HENG:", "TANG PO HENG:")]
    [InlineData("Tang Po Heng", "TANG PO HENG:")]
    [InlineData("O’Neill-Smith: Siân (Jr.)", "O'NEILL-SMITH: SIAN (JR.)")]
    [InlineData("Nguyễn: Thị Ánh", "NGUYEN: THI ANH")]
    [InlineData("Müller–Weiß: Jörg", "MULLER-WEISS: JORG")]
    [InlineData("Łukasiewicz: Michał", "LUKASIEWICZ: MICHAL")]
    [InlineData("Sørensen: Bjørn Æneas", "SORENSEN: BJORN AENEAS")]
    [InlineData("Þórsdóttir: Guðrún", "THORSDOTTIR: GUDRUN")]
    [InlineData("Đỗ: Ðorđe", "DO: DORDE")]
    [InlineData("İnönü: Işıl", "INONU: ISIL")]
    [InlineData("Kaʻahumanu: Nāhiʻenaʻena", "KA'AHUMANU: NAHI'ENA'ENA")]
    [InlineData("Smith, Jr.: \"Bob\" Robert", "SMITH JR.: BOB ROBERT")]
    [InlineData("Smith :  Ada", "SMITH: ADA")]
    [InlineData("S/O Raja: Arjun", "S/O RAJA: ARJUN")]
    public void A_legal_name_is_printed_in_capitals_without_accents(string legal, string printed) =>
        BoardName.From(Named.Person(legal)).ToString().Should().Be(printed);

    [Theory]
    [InlineData("王小明")]
    [InlineData("Παπαδόπουλος: Γιώργος")]
    [InlineData("Достоевский: Фёдор")]
    [InlineData("محمد بن سلمان")]
    [InlineData("प्रिया शर्मा")]
    [InlineData("Smith: Аda")] // the first letter is Cyrillic
    [InlineData("Smith: John 3")]
    [InlineData("Smith & Wesson: Ada")]
    [InlineData("Smith: Ada: Maria")]
    [InlineData(": Fred")]
    [InlineData("Smith: .")]
    public void Other_scripts_and_signs_need_a_variation(string legal) => BoardName.From(Named.Person(legal)).Should().BeNull();

    [Fact]
    public void Forty_characters_fit_and_forty_one_need_a_variation()
    {
        BoardName.From(Named.Person($"{new string('a', 34)}: Fred")).ToString().Should().HaveLength(40).And.EndWith(": FRED");
        BoardName.From(Named.Person($"{new string('a', 35)}: Fred")).Should().BeNull();
        BoardName.From(Named.Person(new string('a', 39))).ToString().Should().HaveLength(40, "the colon counts");
        BoardName.From(Named.Person(new string('a', 40))).Should().BeNull();
        BoardName.From(Named.Person($"{new string('a', 32)}ß: Fred")).Should().NotBeNull();
        BoardName.From(Named.Person($"{new string('a', 33)}ß: Fred")).Should().BeNull("ß is two letters");
    }

    [Theory]
    [InlineData("bloggs : fred", "BLOGGS: FRED")]
    [InlineData("  TANG  PO HENG:  ", "TANG PO HENG:")]
    [InlineData("O'NEILL-SMITH: S. (JR)/X", "O'NEILL-SMITH: S. (JR)/X")]
    public void A_variation_has_its_case_and_spaces_put_right(string typed, string printed) => Named.Word<BoardName>(typed).ToString().Should().Be(printed);

    [Theory]
    [InlineData("no colon", "BLOGGS FRED")]
    [InlineData("two colons", "BLOGGS: FRED: X")]
    [InlineData("nothing before the colon", ": FRED")]
    [InlineData("accent", "MÜLLER: JOERG")]
    [InlineData("digit", "BLOGGS: FRED 2")]
    [InlineData("comma", "BLOGGS, JR: FRED")]
    [InlineData("other script", "王: 小明")]
    [InlineData("no letter", "-: FRED")]
    [InlineData("tab", "BLOGGS:\tFRED")]
    [InlineData("41 characters", "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHI: FRED")]
    [InlineData("nothing", "")]
    [InlineData("null", null)]
    public void What_is_not_in_the_format_is_no_variation(string why, string? typed) => BoardName.TryParse(typed, out _).Should().BeFalse(why);

    [Fact]
    public void Whatever_the_name_what_is_printed_is_in_the_format() =>
        Prop.ForAll(
            Gen.Elements("ABcdé ßøŁ'’-–.:,(1/王Γ".ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary(),
            typed => !CandidateName.TryParse(typed, out var name) || BoardName.From(name) is not { } printed
                || (BoardName.TryParse(printed.ToString(), out var again) && again == printed && printed.ToString().Length <= BoardName.MostCharacters))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
