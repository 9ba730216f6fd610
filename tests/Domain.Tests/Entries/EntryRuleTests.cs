using Exams.Domain.Entries;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Entries;

/// <summary>Rules 4 to 7, 11 and 37; example E3 (the fictional syllabus 0998); traps T12, T13 and T16.</summary>
public sealed class EntryRuleTests
{
    [Theory]
    [InlineData("A")]
    [InlineData("D")]
    public void Rule_5_a_candidate_is_entered_with_an_option_of_the_series_and_zone(string option)
    {
        var school = School.In("2026-06").Offers("0998", "A", "B", "C", "D");

        var row = school.Submit("0998", option);

        (row.Action, row.Entry!.Option, row.Entry.IsActive, row.Entry.EnteredAt).Should().Be((EntryAction.Made, Named.Option(option), true, school.Now));
        school.Change.News.Should().ContainSingle(item => item.Type == NewsType.EntryMade);
        school.Change.Added.Should().ContainSingle();
    }

    [Theory]
    [InlineData("E")]
    [InlineData("")]
    public void Example_E3_an_unknown_option_is_refused_and_so_is_a_blank_one_where_there_are_several(string option) =>
        School.In("2026-06").Offers("0998", "A", "B", "C", "D").Submit("0998", option).Refusals
            .Should().ContainSingle().Which.Should().BeOfType<OptionNotFound>().Which.Offered.Should().HaveCount(4);

    [Fact]
    public void Rule_4_a_blank_option_is_accepted_where_it_is_the_only_one() =>
        School.In("2026-06").Offers("0998", "").Submit("0998", "").Action.Should().Be(EntryAction.Made);

    [Fact]
    public void Rule_4_a_blank_option_is_refused_where_it_is_not_the_only_one_even_if_it_were_listed() =>
        Codes(School.In("2026-06").Offers("0998", "", "A").Submit("0998", "")).Should().Equal("OPTION_NOT_FOUND");

    [Fact]
    public void Rule_4_a_blank_option_is_refused_where_the_only_one_has_a_code() =>
        Codes(School.In("2026-06").Offers("0998", "A").Submit("0998", "")).Should().Equal("OPTION_NOT_FOUND");

    [Fact]
    public void A_syllabus_without_options_in_the_zone_looks_like_one_that_does_not_exist()
    {
        Codes(School.In("2026-06").Offers("0998").Submit("0998", "A")).Should().Equal("SYLLABUS_NOT_FOUND");
        Codes(School.In("2026-06").Submit("0998", "A")).Should().Equal("SYLLABUS_NOT_FOUND");
    }

    [Fact]
    public void Rule_6_a_centre_enters_only_for_what_it_is_approved_for() =>
        Codes(School.In("2026-06").Offers("0998", "Studies", "PREU", ["A"]).Submit("0998", "A")).Should().Equal("CENTRE_NOT_APPROVED");

    [Fact]
    public void Everything_that_is_wrong_with_a_row_is_told_at_once() =>
        Codes(School.In("2026-06").Offers("0998", "Studies", "PREU", ["A"]).Submit("0998", "E", carriedFrom: "US123/2025-06/0001", retakes: ("US123", "0001")))
            .Should().Equal("CENTRE_NOT_APPROVED", "OPTION_NOT_FOUND", "RETAKE_NOT_ALLOWED");

    [Fact]
    public void A_candidate_whom_the_centre_does_not_have_is_not_found() =>
        Codes(School.In("2026-06").Offers("0998", "A").Submit("0998", "A", candidate: "0002")).Should().Equal("CANDIDATE_NOT_FOUND");

    [Fact]
    public void Rule_7_a_second_entry_for_a_syllabus_is_refused_whatever_its_option_where_it_must_be_new()
    {
        var school = School.In("2026-06").Offers("0998", "A", "B").Has("0998", "A");

        school.Enter("0998", "B").Refusals.Should().ContainSingle().Which.Should().BeOfType<AlreadyEntered>().Which.Option.Should().Be(Named.Option("A"));
    }

    [Fact]
    public void Rule_7_the_same_row_twice_is_one_entry_and_another_option_amends_it()
    {
        var school = School.In("2026-06").Offers("0998", "A", "B").Has("0998", "A");

        school.Submit("0998", "A").Action.Should().Be(EntryAction.Unchanged);
        school.Change.IsEmpty.Should().BeTrue();

        var amended = school.Submit("0998", "B");
        (amended.Action, amended.Entry!.Option, amended.Entry.AmendedAt).Should().Be((EntryAction.Amended, Named.Option("B"), school.Now));
        (school.Change.Added.Count, school.Change.Changed.Count).Should().Be((0, 1));
        school.Change.News.Should().ContainSingle(item => item.Type == NewsType.EntryAmended);
    }

    [Theory]
    [InlineData("0500", "0522")]
    [InlineData("0522", "0500")]
    public void Rule_7_disallowed_combinations_are_refused_whichever_of_the_two_names_the_other(string first, string second)
    {
        var school = School.In("2026-06").Offers("0500", "First Language English", "IGCSE", ["A"], disallowedWith: ["0522"]).Offers("0522", "A").Has(first, "A");

        var refusal = school.Submit(second, "A").Refusals.Should().ContainSingle().Which.Should().BeOfType<CombinationDisallowed>().Which;

        refusal.Other.Should().Be(Named.Syllabus(first));
    }

    [Fact]
    public void Rule_7_the_same_title_at_the_same_level_is_refused_and_at_another_level_it_is_not()
    {
        var school = School.In("2026-06", approvedFor: ["IGCSE", "IGCSE91", "AL"]).Level("IGCSE91", "IGCSE")
            .Offers("0610", "Biology", "IGCSE", ["A"]).Offers("0970", "Biology", "IGCSE91", ["A"]).Offers("9700", "Biology", "AL", ["A"]).Has("0610", "A");

        Codes(school.Submit("0970", "A")).Should().Equal("SAME_TITLE");
        school.Submit("9700", "A").Action.Should().Be(EntryAction.Made);
    }

    [Fact]
    public void Rule_7_a_withdrawn_entry_stands_in_nobodys_way()
    {
        var school = School.In("2026-06").Offers("0500", "English", "IGCSE", ["A"], disallowedWith: ["0522"]).Offers("0522", "A").Has("0500", "A");
        school.Withdraw("0500");

        school.Submit("0522", "A").Action.Should().Be(EntryAction.Made);
    }

    [Fact]
    public void Rule_11_withdrawing_keeps_the_row_and_says_when()
    {
        var school = School.In("2026-06").Offers("0998", "A").Has("0998", "A");

        var row = school.Withdraw("0998");

        (row.Action, row.Entry!.Status, row.Entry.WithdrawnAt).Should().Be((EntryAction.Withdrawn, EntryStatus.Withdrawn, school.Now));
        school.Change.Changed.Should().ContainSingle().Which.Should().BeSameAs(row.Entry);
    }

    [Fact]
    public void Withdrawing_twice_changes_nothing_and_what_was_never_entered_cannot_be_withdrawn()
    {
        var school = School.In("2026-06").Offers("0998", "A").Has("0998", "A");
        school.Withdraw("0998");

        school.Withdraw("0998").Action.Should().Be(EntryAction.Unchanged);
        school.Change.IsEmpty.Should().BeTrue();
        Codes(school.Withdraw("0580")).Should().Equal("ENTRY_NOT_FOUND");
    }

    [Fact]
    public void Reentering_with_the_same_option_makes_the_same_row_stand_again()
    {
        var school = School.In("2026-06").Offers("0998", "A").Has("0998", "A");
        var entry = school.Withdraw("0998").Entry!;

        var row = school.At("2026-02-01T12:00:00Z").Submit("0998", "A");

        row.Entry.Should().BeSameAs(entry);
        (row.Action, entry.IsActive, entry.WithdrawnAt, entry.EnteredAt).Should().Be((EntryAction.Made, true, null, school.Now));
    }

    [Fact]
    public void Reentering_with_another_option_adds_a_row_and_keeps_the_withdrawn_one()
    {
        var school = School.In("2026-06").Offers("0998", "A", "B").Has("0998", "A");
        var entry = school.Withdraw("0998").Entry!;

        var row = school.Submit("0998", "B");

        row.Entry.Should().NotBeSameAs(entry);
        entry.IsActive.Should().BeFalse();
    }

    [Fact]
    public void Rule_37_withdrawing_the_last_active_entry_suspends_access_at_once()
    {
        var school = School.In("2026-06").Offers("0998", "A").Offers("0580", "A").Has("0998", "A").Has("0580", "A").HasAccess();

        school.Withdraw("0998");
        school.Change.Suspended.Should().BeEmpty();

        school.Withdraw("0580");
        school.Change.Suspended.Should().ContainSingle().Which.ActiveGrant.Should().Be(7);
        school.Change.News.Should().ContainSingle(item => item.Type == NewsType.GrantSuspended && item.Candidate == Named.Candidate("0001"));
    }

    [Fact]
    public void A_clients_key_names_one_active_entry()
    {
        var school = School.In("2026-06").Enrols("0002").Offers("0998", "A").Offers("0580", "A");
        school.Submit("0998", "A", reference: "mis-1").Entry!.ExternalReference.Should().Be(Named.Word<ExternalReference>("mis-1"));

        Codes(school.Submit("0998", "A", "0002", reference: "mis-1")).Should().Equal("EXTERNAL_REFERENCE_TAKEN");
        school.Submit("0998", "A", reference: "mis-1").Action.Should().Be(EntryAction.Unchanged);
        school.Submit("0998", "A", reference: "mis-2").Action.Should().Be(EntryAction.Amended);

        school.Withdraw("0998");
        school.Submit("0580", "A", "0002", reference: "mis-2").Action.Should().Be(EntryAction.Made);
    }

    private static IEnumerable<string> Codes(EntryRow row) => row.Refusals.Select(refusal => refusal.Code);
}
