using Exams.Domain.Entries;
using Exams.Domain.KeyDates;
using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Entries;

/// <summary>Rule 9 and example E4; rule 10 and example E5; rules 13 and 14. Traps T14 and T15.</summary>
public sealed class RetakeRuleTests
{
    [Fact]
    public void Example_E4_June_then_November_with_another_option_is_a_retake_until_21_September()
    {
        var school = November2024().OfferedBefore("0580", "2024-06").Prior("US123/2024-06/0042", "0580").At("2024-09-20T00:00:00Z");

        var entry = school.Submit("0580", "AY", retakes: ("US123", "0042")).Entry!;

        (entry.Tier, entry.Previous).Should().Be((EntryTier.OnTime, Named.Word<Registration>("US123/2024-06/0042")));
    }

    [Fact]
    public void Example_E4_without_the_retake_the_deadline_is_16_August_and_late_fees_apply_afterwards() =>
        November2024().OfferedBefore("0580", "2024-06").At("2024-09-20T00:00:00Z").Submit("0580", "AY").Entry!.Tier.Should().Be(EntryTier.Late);

    [Fact]
    public void Rule_9_after_its_own_deadline_a_retake_is_as_late_as_any_entry() =>
        November2024().OfferedBefore("0580", "2024-06").Prior("US123/2024-06/0042", "0580").At("2024-09-25T00:00:00Z")
            .Submit("0580", "AY", retakes: ("US123", "0042")).Entry!.Tier.Should().Be(EntryTier.Late);

    [Fact]
    public void Example_E4_a_year_before_is_no_retake() =>
        Codes(November2024().OfferedBefore("0580", "2024-06").Prior("US123/2023-11/0042", "0580").At("2024-08-01T00:00:00Z")
            .Submit("0580", "AY", retakes: ("US123", "0042"))).Should().Equal("NOT_A_RETAKE");

    [Fact]
    public void Example_E4_June_has_no_retakes() =>
        Codes(School.In("2025-06").Offers("0580", "BX").OfferedBefore("0580", "2024-11").Prior("US123/2024-11/0042", "0580")
            .Deadline(DeadlineKind.Entry, EntryTier.OnTime, "2025-02-21T23:59:59Z").At("2025-02-01T00:00:00Z")
            .Submit("0580", "BX", retakes: ("US123", "0042"))).Should().Equal("RETAKE_NOT_ALLOWED");

    [Fact]
    public void Example_E4_whether_an_entry_is_a_retake_cannot_be_changed_after_it_was_made()
    {
        var school = November2024().OfferedBefore("0580", "2024-06").Prior("US123/2024-06/0042", "0580").At("2024-08-01T00:00:00Z").Has("0580", "AY");

        Codes(school.Submit("0580", "AY", retakes: ("US123", "0042"))).Should().Equal("RETAKE_IS_FINAL");

        var other = November2024().OfferedBefore("0580", "2024-06").Prior("US123/2024-06/0042", "0580").At("2024-08-01T00:00:00Z");
        other.Submit("0580", "AY", retakes: ("US123", "0042"));
        other.Submit("0580", "AX").Entry!.Previous.Should().NotBeNull("an amendment leaves it as it is");
        other.Submit("0580", "AY", retakes: ("US123", "0042")).Action.Should().Be(EntryAction.Amended, "the same said again is no change of it");
        Codes(other.Submit("0580", "AY", retakes: ("US123", "0043"))).Should().Equal("RETAKE_IS_FINAL");
    }

    [Fact]
    public void Example_E4_in_India_November_then_March_is_a_retake() =>
        School.In("2024-03", "IN001", "India", 4).Offers("0580", "A").OfferedBefore("0580", "2023-11").Prior("IN001/2023-11/0007", "0580")
            .Deadline(DeadlineKind.Entry, EntryTier.OnTime, "2023-11-30T00:00:00Z", countries: "India")
            .Deadline(DeadlineKind.RetakeEntry, EntryTier.OnTime, "2024-01-20T00:00:00Z", countries: "India").At("2024-01-10T00:00:00Z")
            .Submit("0580", "A", retakes: ("IN001", "0007")).Entry!.Tier.Should().Be(EntryTier.OnTime);

    [Theory]
    [InlineData("681990012058G", null, true)]
    [InlineData("251380019999G", null, false)]
    [InlineData(null, "2008-01-01", true)]
    [InlineData(null, "2008-01-02", false)]
    public void Rule_9_the_entry_before_must_be_the_same_persons_as_far_as_one_can_tell(string? uci, string? born, bool isRetake)
    {
        var school = November2024().Enrols("0001", "681990012058G", born: "2008-01-01").OfferedBefore("0580", "2024-06")
            .Prior("GB045/2024-06/0042", "0580", uci: uci, born: born).At("2024-08-01T00:00:00Z");

        Codes(school.Submit("0580", "AY", retakes: ("GB045", "0042"))).Should().Equal(isRetake ? [] : ["NOT_A_RETAKE"]);
    }

    [Theory]
    [InlineData("Grant: Zoë", "2008-01-01", null, true)]
    [InlineData("Zoe Grant", "2008-01-01", null, true)]
    [InlineData("Grant: Zoë", null, null, true)]
    [InlineData("Somebody: Else", "2008-01-01", "681990012058G", true)]
    [InlineData("Grant: Zoë", "2008-01-01", "251380019999G", false)]
    [InlineData("Somebody: Else", "2008-01-01", null, false)]
    [InlineData("Somebody: Else", null, null, false)]
    [InlineData("Grant: Zoë", "2008-01-02", "681990012058G", false)]
    public void An_entry_at_another_centre_is_told_to_nobody_who_does_not_know_the_person(string name, string? born, string? uci, bool isTold)
    {
        var school = November2024().Enrols("0001", "681990012058G", born: "2008-01-01", name: "Grant: Zoë").OfferedBefore("0580", "2024-06")
            .Prior("GB045/2024-06/0042", "0580", uci: uci, born: born, name: name).At("2024-08-01T00:00:00Z");

        Codes(school.Submit("0580", "AY", retakes: ("GB045", "0042"))).Should().Equal(isTold ? [] : ["NOT_A_RETAKE"]);
    }

    [Fact]
    public void A_guesser_who_leaves_the_date_of_birth_out_is_told_nothing_of_another_centre()
    {
        var school = November2024().Enrols("0001", name: "Grant: Zoë").OfferedBefore("0580", "2024-06")
            .Prior("GB045/2024-06/0042", "0580", born: "2008-01-01", name: "Grant: Zoë").At("2024-08-01T00:00:00Z");

        Codes(school.Submit("0580", "AY", retakes: ("GB045", "0042"))).Should().Equal("NOT_A_RETAKE");
        Codes(school.Prior("US123/2024-06/0042", "0580", born: "2008-01-01", name: "Somebody: Else")
            .Submit("0580", "AY", retakes: ("US123", "0042"))).Should().BeEmpty("one's own centre's records are one's own");
    }

    [Theory]
    [InlineData("2024-03", "2024-06", "CARRY_FORWARD_NOT_POSSIBLE")]
    [InlineData("2024-03", "2024-11", null)]
    [InlineData("2023-06", "2024-06", null)]
    [InlineData("2023-06", "2024-11", "CARRY_FORWARD_NOT_POSSIBLE")]
    [InlineData("2023-11", "2024-11", null)]
    [InlineData("2024-06", "2024-06", "CARRY_FORWARD_NOT_POSSIBLE")]
    [InlineData("2024-11", "2024-06", "CARRY_FORWARD_NOT_POSSIBLE")]
    [InlineData("2023-10", "2024-06", "CARRY_FORWARD_NOT_POSSIBLE")]
    public void Example_E5_marks_are_carried_within_thirteen_months_and_not_from_March_to_June(string from, string to, string? refused) =>
        Codes(School.In(to).Offers("9709", "Mathematics", "AL", []).Option("9709", "S1", CarryForward.Staged).Prior($"US123/{from}/0001", "9709")
            .Submit("9709", "S1", carriedFrom: $"US123/{from}/0001")).Should().Equal(refused is null ? [] : [refused]);

    [Fact]
    public void Rule_10_the_matrix_is_the_one_of_the_board_and_nothing_else()
    {
        var series = from year in Enumerable.Range(2022, 4) from month in new[] { "03", "05", "06", "10", "11" } select $"{year}-{month}";
        var allowed = from one in series from other in series
                      where CarryForwardWindow.Allows(Named.Series(one), Named.Series(other)) && one.StartsWith("2023", StringComparison.Ordinal)
                      select $"{one} {other}";

        allowed.Should().BeEquivalentTo(
            "2023-03 2023-11", "2023-03 2024-03", "2023-06 2023-11", "2023-06 2024-03", "2023-06 2024-06", "2023-11 2024-03", "2023-11 2024-06", "2023-11 2024-11");
    }

    [Fact]
    public void Example_E5_what_was_carried_is_not_carried_again() =>
        Codes(School.In("2024-11").Offers("9709", "Mathematics", "AL", []).Option("9709", "S1", CarryForward.Staged)
            .Prior("US123/2024-06/0001", "9709", CarryForward.NonExam).Submit("9709", "S1", carriedFrom: "US123/2024-06/0001")).Should().Equal("CARRIED_TWICE");

    [Fact]
    public void Rule_10_an_option_that_carries_says_from_where_and_one_that_does_not_carries_nothing()
    {
        var school = School.In("2024-11").Offers("9709", "Mathematics", "AL", ["A"]).Option("9709", "S1", CarryForward.Staged);

        Codes(school.Submit("9709", "S1")).Should().Equal("CARRIED_FROM_MISSING");
        Codes(school.Submit("9709", "A", carriedFrom: "US123/2024-06/0001")).Should().Equal("NOTHING_CARRIED");
        Codes(school.Submit("9709", "S1", carriedFrom: "US123/2024-06/0001")).Should().Equal("CARRIED_ENTRY_NOT_FOUND");
    }

    [Fact]
    public void Rule_13_a_private_candidate_takes_only_what_is_open_to_private_candidates_and_at_one_centre()
    {
        Codes(School.In("2026-06").Enrols("0001", isPrivate: true).Offers("0610", "Biology", "IGCSE", ["A"], toPrivate: false).Submit("0610", "A"))
            .Should().Equal("NOT_OPEN_TO_PRIVATE_CANDIDATES");
        Codes(School.In("2026-06").Enrols("0001", isPrivate: true).Offers("0610", "A").IsElsewhere().Submit("0610", "A")).Should().Equal("PRIVATE_CANDIDATE_ELSEWHERE");
        School.In("2026-06").Enrols("0001").Offers("0610", "Biology", "IGCSE", ["A"], toPrivate: false).IsElsewhere().Submit("0610", "A").Action.Should().Be(EntryAction.Made);
    }

    [Fact]
    public void Rule_14_a_session_that_is_too_long_is_a_warning_and_so_is_a_day_of_more_than_six_hours()
    {
        var school = School.In("2026-06").Offers("0580", "").Offers("0610", "").Offers("0620", "")
            .Slot("0580", "01", "2026-05-04", ExamSession.Am, 150).Slot("0610", "01", "2026-05-04", ExamSession.Am, 45).Slot("0620", "01", "2026-05-04", ExamSession.Pm, 170);

        school.Submit("0580", "").Clashes.Should().BeEmpty();
        var clash = school.Submit("0610", "").Clashes.Should().ContainSingle().Which;
        (clash.Session, clash.Minutes).Should().Be((ExamSession.Am, 195));
        var row = school.Submit("0620", "");
        (row.Action, row.Clashes.Count).Should().Be((EntryAction.Made, 2), "a clash forbids nothing");
        row.Clashes[1].Should().BeEquivalentTo(new { Session = (ExamSession?)null, Minutes = 365 });
    }

    [Fact]
    public void Rule_14_two_short_papers_in_one_session_fit_into_it() =>
        School.In("2026-06").Offers("0580", "").Offers("0610", "").Has("0580", "")
            .Slot("0580", "01", "2026-05-04", ExamSession.Am, 90).Slot("0610", "01", "2026-05-04", ExamSession.Am, 90)
            .Submit("0610", "").Clashes.Should().BeEmpty();

    [Fact]
    public void Rule_12_while_a_transfer_is_under_way_nothing_is_entered_amended_or_withdrawn()
    {
        var school = School.In("2026-06").Offers("0580", "A", "B").Has("0580", "A").IsMoving();

        Codes(school.Submit("0580", "B")).Should().Equal("TRANSFER_PENDING");
        Codes(school.Withdraw("0580")).Should().Equal("TRANSFER_PENDING");
    }

    private static School November2024() => School.In("2024-11").Offers("0580", "AX", "AY")
        .Deadline(DeadlineKind.Entry, EntryTier.OnTime, "2024-08-16T23:59:59Z").Deadline(DeadlineKind.Entry, EntryTier.Late, "2024-10-01T23:59:59Z")
        .Deadline(DeadlineKind.RetakeEntry, EntryTier.OnTime, "2024-09-21T23:59:59Z");

    private static IEnumerable<string> Codes(EntryRow row) => row.Refusals.Select(refusal => refusal.Code);
}
