using Exams.Domain.Candidates;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Candidates;

/// <summary>Domain 1.4: how the board prints names, and who says so.</summary>
public sealed class NameVariationTests
{
    private static readonly DateTimeOffset Now = Named.At("2026-02-01T12:00:00Z");

    [Fact]
    public void A_name_that_the_board_can_write_needs_nothing()
    {
        var row = Desk().Upsert(Wish("Müller: Jörg"));

        (row.Candidate!.Name.ToString(), row.Candidate.BoardName.ToString()).Should().Be(("Müller: Jörg", "MULLER: JORG"));
        row.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("王小明")]
    [InlineData("Konstantinopoulos-Featherstonehaugh: Maximiliana")]
    public void A_name_that_it_cannot_write_is_taken_with_a_warning(string name)
    {
        var row = Desk().Upsert(Wish(name));

        (row.Action, row.Candidate!.BoardName).Should().Be((CandidateAction.Registered, null));
        row.Warnings.Should().ContainSingle().Which.Code.Should().Be("NAME_VARIATION_NEEDED");
        Desk().Upsert(Wish(name, "WANG: XIAOMING")).Warnings.Should().BeEmpty();
    }

    [Fact]
    public void A_name_without_a_colon_is_printed_whole_with_a_warning()
    {
        var row = Desk().Upsert(Wish("Ava Smith"));

        row.Candidate!.BoardName.ToString().Should().Be("AVA SMITH:");
        row.Warnings.Should().ContainSingle().Which.Code.Should().Be("FAMILY_NAME_UNMARKED");
        Desk().Upsert(Wish("TANG PO HENG:")).Warnings.Should().BeEmpty();
    }

    [Fact]
    public void A_variation_stands_before_what_follows_from_the_name_and_the_name_stays()
    {
        var candidate = Desk().Upsert(Wish("Müller: Jörg", "MUELLER: JOERG")).Candidate!;

        (candidate.Name.ToString(), candidate.BoardName.ToString()).Should().Be(("Müller: Jörg", "MUELLER: JOERG"));
    }

    [Fact]
    public void A_nightly_row_without_a_variation_leaves_the_one_that_was_given_by_hand()
    {
        var desk = Desk(Known("王小明", "WANG: XIAOMING"));

        desk.Upsert(Wish("王小明")).Action.Should().Be(CandidateAction.Unchanged);
        desk.Upsert(Wish("王小明", "WONG: XIAOMING")).Should().BeEquivalentTo(new { Action = CandidateAction.Changed, Candidate = new { BoardName = Named.Word<BoardName>("WONG: XIAOMING") } });
        desk.Change.Renamed.Should().BeEmpty("sheets show the legal name");
    }

    [Fact]
    public void A_variation_of_another_name_goes_with_that_name()
    {
        var row = Desk(Known("王小明", "WANG: XIAOMING")).Upsert(Wish("王小红") with { Details = Details("王小红") with { DateOfBirth = Born } });

        (row.Action, row.Candidate!.NameVariation).Should().Be((CandidateAction.Changed, null));
        row.Warnings.Should().ContainSingle();
    }

    [Fact]
    public void A_refused_row_has_no_warnings() =>
        Desk().Upsert(Wish("王小明") with { Details = Details("王小明") with { DateOfBirth = new DateOnly(2030, 1, 1) } }).Warnings.Should().BeEmpty();

    private static readonly DateOnly Born = new(2009, 1, 1);

    private static PersonalDetails Details(string name, string? variation = null) =>
        new(Named.Person(name), Born) { NameVariation = variation is null ? null : Named.Word<BoardName>(variation) };

    private static CandidateWish Wish(string name, string? variation = null) => new(Roll.Us123, Roll.June, Named.Candidate("0001"), Details(name, variation));

    private static Candidate Known(string name, string variation) => new(Roll.Us123, Roll.June, Named.Candidate("0001"), Details(name, variation));

    private static CandidateDesk Desk(params Candidate[] known) => new(
        new CandidateFacts(
            new HashSet<CentreNumber> { Roll.Us123 }, new HashSet<Series> { Roll.June }, known, new Dictionary<(CentreNumber, Series), NumberBook>()),
        People.OfficerOf("US123"), Now);
}
