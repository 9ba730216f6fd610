using System.Text;
using Exams.Domain.Vocabulary;
using Exams.World;
using FsCheck;
using FsCheck.Fluent;

namespace Exams.Domain.Tests.Vocabulary;

/// <summary>Traps T10 and T25.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("Bloggs: Fred")]
    [InlineData("TANG PO HENG:")]
    [InlineData("O'Neill-Smith, Siân (Jr.)")]
    [InlineData("Παπαδόπουλος Γιώργος")]
    [InlineData("Достоевский Фёдор")]
    [InlineData("محمد بن سلمان")]
    [InlineData("प्रिया शर्मा")]
    [InlineData("น้ำฝน ศรีสุข")]
    [InlineData("王小明")]
    [InlineData("Nguyễn Thị Ánh")]
    [InlineData("می‌خواهم")]
    public void Names_of_every_script_are_names(string name) => Named.Person(name).ToString().Should().Be(name.Normalize());

    [Theory]
    [InlineData("control", "Fred\u0007")]
    [InlineData("line break", "Fred\nBloggs")]
    [InlineData("line separator", "Fred\u2028Bloggs")]
    [InlineData("right-to-left override", "Fred\u202Esggolb")]
    [InlineData("isolate", "Fred\u2066Bloggs\u2069")]
    [InlineData("arabic letter mark", "Fred\u061CBloggs")]
    [InlineData("byte order mark", "\uFEFFFred")]
    [InlineData("soft hyphen", "Fr\u00ADed")]
    [InlineData("private use", "Fred\uE000")]
    [InlineData("unassigned", "Fred\u0378")]
    [InlineData("pile of marks", "Fre\u0338\u0338\u0338\u0338\u0338d")]
    [InlineData("mark at the start", "\u0338Fred")]
    [InlineData("mark after a space", "Fred \u0338Bloggs")]
    [InlineData("nothing", "")]
    [InlineData("spaces", "   ")]
    [InlineData("no letter", "12 - 34")]
    [InlineData("tag characters", "Fred\U000E0041")]
    public void What_cannot_be_shown_on_one_line_is_no_name(string why, string typed) =>
        CandidateName.TryParse(typed, out _).Should().BeFalse(why);

    // Not among the cases above: an attribute's text is stored as UTF-8, which has no lone surrogates.
    [Fact]
    public void Half_a_character_is_no_name()
    {
        CandidateName.TryParse("Fred" + (char)0xD800, out _).Should().BeFalse();
        CandidateName.TryParse((char)0xDC00 + "Fred", out _).Should().BeFalse();
    }

    [Fact]
    public void A_name_is_composed_trimmed_and_has_single_spaces()
    {
        Named.Person("  Sia\u0302n\u00A0\u3000 Jones ").ToString().Should().Be("Siân Jones");
    }

    [Fact]
    public void A_name_has_at_most_sixty_code_points_whatever_their_planes()
    {
        CandidateName.TryParse(new string('a', 60), out _).Should().BeTrue();
        CandidateName.TryParse(new string('a', 61), out _).Should().BeFalse();
        CandidateName.TryParse(string.Concat(Enumerable.Repeat("𠮷", 60)), out _).Should().BeTrue();
        CandidateName.TryParse(string.Concat(Enumerable.Repeat("𠮷", 61)), out _).Should().BeFalse();
        CandidateName.TryParse(string.Concat(Enumerable.Repeat("e\u0301", 60)), out _).Should().BeTrue("sixty composed letters");
    }

    [Fact]
    public void A_megabyte_is_refused_without_work() => CandidateName.TryParse(new string('a', 1 << 20), out _).Should().BeFalse();

    [Fact]
    public void Whatever_is_typed_a_name_is_either_refused_or_stable() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), typed =>
            {
                if (!CandidateName.TryParse(typed, out var name))
                {
                    return true;
                }

                var text = name.ToString();
                return text.IsNormalized(NormalizationForm.FormC) && text == text.Trim() && !text.Any(char.IsControl)
                    && CandidateName.TryParse(text, out var again) && again == name;
            })
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a.b@school.example", true)]
    [InlineData("  a.b@school.example ", true)]
    [InlineData("ü@schule.example", true)]
    [InlineData("a@b", false)]
    [InlineData("a@@b.example", false)]
    [InlineData("@b.example", false)]
    [InlineData("a b@c.example", false)]
    [InlineData("a@b.example\r\nBcc: x@y.example", false)]
    [InlineData("<a@b.example>", false)]
    [InlineData("a@.example", false)]
    [InlineData(null, false)]
    public void An_email_address_is_checked_lightly(string? typed, bool good) => EmailAddress.TryParse(typed, out _).Should().Be(good);

    [Theory]
    [InlineData("+1 (305) 555-0100 x12", true)]
    [InlineData("020 7946 0018", true)]
    [InlineData("1234", false)]
    [InlineData("call me", false)]
    [InlineData("123456789012345678901", false)]
    [InlineData(null, false)]
    public void A_telephone_number_is_checked_lightly(string? typed, bool good) => TelephoneNumber.TryParse(typed, out _).Should().Be(good);

    [Theory]
    [InlineData("Europe/London", true)]
    [InlineData("America/New_York", true)]
    [InlineData("UTC", true)]
    [InlineData("posix/Europe/London", false)]
    [InlineData("right/Europe/London", false)]
    [InlineData("../../etc/passwd", false)]
    [InlineData("GMT Standard Time", false)]
    [InlineData("Mars/Olympus", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_time_zone_is_an_IANA_name(string? typed, bool good) => IanaTimeZone.TryParse(typed, out _).Should().Be(good);

    [Fact]
    public void A_zone_shows_an_instant_as_its_clocks_do() =>
        Named.Word<IanaTimeZone>("Europe/London").Local(Named.At("2021-08-10T05:00:00Z")).ToString("HH:mm zzz", null).Should().Be("06:00 +01:00");
}
