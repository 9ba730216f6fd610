using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.News;
using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Entries;

/// <summary>Rules 4 to 7, 11 and 37; example E3 (the fictional syllabus 0998); traps T12, T13 and T16.</summary>
public sealed class EntryBookTests
{
    private static readonly DateTimeOffset Now = Named.At("2026-02-01T12:00:00Z");

    private static readonly Centre School = new(
        Roll.Us123,
        new CentreDetails(
            Named.Name("School"), Named.Name("USA"), Named.Zone(1), Named.Word<IanaTimeZone>("America/New_York"), Wording.EnUs, [Named.Qualification("IGCSE")]));

    private static readonly Candidate Fred = new(Roll.Us123, Roll.June, Named.Candidate("0001"), new PersonalDetails(Named.Person("Bloggs: Fred")));

    [Theory]
    [InlineData("A")]
    [InlineData("D")]
    public void A_candidate_is_entered_with_an_option_of_the_series_and_zone(string option)
    {
        Enter(Book(options: ["A", "B", "C", "D"]), option).IsDone(out var change, out _).Should().BeTrue();

        (change!.Entry.Option, change.Entry.IsActive, change.Entry.EnteredAt).Should().Be((Named.Option(option), true, Now));
        change.News.Should().ContainSingle(item => item.Type == NewsType.EntryMade);
    }

    [Theory]
    [InlineData("E")]
    [InlineData("")]
    public void An_unknown_option_is_refused_and_so_is_a_blank_one_where_there_are_several(string option)
    {
        var refusal = Refused(Enter(Book(options: ["A", "B", "C", "D"]), option));

        refusal.Should().BeOfType<OptionNotFound>().Which.Offered.Should().HaveCount(4);
    }

    [Fact]
    public void A_blank_option_is_accepted_where_it_is_the_only_one() =>
        Enter(Book(options: [""]), "").IsDone(out _, out _).Should().BeTrue();

    [Fact]
    public void A_blank_option_is_refused_where_it_is_not_the_only_one_even_if_it_were_listed() =>
        Refused(Enter(Book(options: ["", "A"]), "")).Code.Should().Be("OPTION_NOT_FOUND");

    [Fact]
    public void A_blank_option_is_refused_where_the_only_one_has_a_code() =>
        Refused(Enter(Book(options: ["A"]), "")).Code.Should().Be("OPTION_NOT_FOUND");

    [Fact]
    public void A_syllabus_without_options_in_the_zone_looks_like_one_that_does_not_exist()
    {
        Refused(Enter(Book(options: []), "A")).Code.Should().Be("SYLLABUS_NOT_FOUND");
        Refused(Enter(Book(options: ["A"]) with { Syllabus = null }, "A")).Code.Should().Be("SYLLABUS_NOT_FOUND");
    }

    [Fact]
    public void A_centre_enters_only_for_what_it_is_approved_for() =>
        Refused(Enter(Book(options: ["A"], qualification: "ALEVEL"), "A")).Code.Should().Be("CENTRE_NOT_APPROVED");

    [Fact]
    public void A_candidate_whom_the_centre_does_not_have_is_not_found() =>
        Refused(Enter(Book(options: ["A"]) with { Candidate = null }, "A")).Code.Should().Be("CANDIDATE_NOT_FOUND");

    [Fact]
    public void Two_active_entries_for_one_syllabus_are_refused_whatever_their_options()
    {
        var refusal = Refused(Enter(Book(["A", "B"], Entered("0998", "A")), "B"));

        refusal.Should().BeOfType<AlreadyEntered>().Which.Option.Should().Be(Named.Option("A"));
    }

    [Fact]
    public void Withdrawing_keeps_the_row_and_says_when()
    {
        var entry = Entered("0998", "A");

        Withdraw(Book(["A"], entry)).IsDone(out var change, out _).Should().BeTrue();

        change!.Entry.Should().BeSameAs(entry);
        (entry.Status, entry.WithdrawnAt).Should().Be((EntryStatus.Withdrawn, Now));
    }

    [Fact]
    public void Reentering_with_the_same_option_makes_the_same_row_stand_again()
    {
        var entry = Entered("0998", "A");
        entry.Withdraw(Now.AddDays(-1));

        Enter(Book(["A"], entry), "A").IsDone(out var change, out _).Should().BeTrue();

        change!.Entry.Should().BeSameAs(entry);
        (entry.IsActive, entry.WithdrawnAt, entry.EnteredAt).Should().Be((true, null, Now));
    }

    [Fact]
    public void Reentering_with_another_option_adds_a_row_and_keeps_the_withdrawn_one()
    {
        var entry = Entered("0998", "A");
        entry.Withdraw(Now.AddDays(-1));

        Enter(Book(["A", "B"], entry), "B").IsDone(out var change, out _).Should().BeTrue();

        change!.Entry.Should().NotBeSameAs(entry);
        entry.IsActive.Should().BeFalse();
    }

    [Fact]
    public void What_is_not_entered_cannot_be_withdrawn_nor_withdrawn_twice()
    {
        var entry = Entered("0998", "A");
        var book = Book(["A"], entry);
        Withdraw(book).IsDone(out _, out _).Should().BeTrue();

        Refused(Withdraw(book)).Code.Should().Be("ENTRY_NOT_FOUND");
        Refused(Withdraw(Book(["A"]))).Code.Should().Be("ENTRY_NOT_FOUND");
    }

    [Fact]
    public void Withdrawing_the_last_active_entry_suspends_access_at_once()
    {
        Withdraw(Book(["A"], Entered("0998", "A")) with { ActiveGrant = 7 }).IsDone(out var change, out _).Should().BeTrue();

        change!.SuspendGrant.Should().Be(7);
        change.News.Should().ContainSingle(item => item.Type == NewsType.GrantSuspended && item.Candidate == Fred.Number);
    }

    [Fact]
    public void Withdrawing_one_of_two_entries_leaves_access_alone()
    {
        Withdraw(Book(["A"], Entered("0998", "A"), Entered("0580", "BX")) with { ActiveGrant = 7 }).IsDone(out var change, out _).Should().BeTrue();

        change!.SuspendGrant.Should().BeNull();
        change.News.Should().NotContain(item => item.Type == NewsType.GrantSuspended);
    }

    [Fact]
    public void Reentry_gives_no_access_by_itself()
    {
        var entry = Entered("0998", "A");
        entry.Withdraw(Now.AddDays(-1));

        Enter(Book(["A"], entry), "A").IsDone(out var change, out _);

        change!.SuspendGrant.Should().BeNull();
        change.News.Should().OnlyContain(item => item.Type == NewsType.EntryMade);
    }

    private static Entry Entered(string syllabus, string option) =>
        new(Fred, Named.Syllabus(syllabus), Named.Option(option), Now.AddDays(-10));

    private static EntryBook Book(string[] options, params Entry[] entries) => Book(options, "IGCSE", entries);

    private static EntryBook Book(string[] options, string qualification, params Entry[] entries)
    {
        var syllabus = new Syllabus(Named.Syllabus("0998"), Named.Name("Fictional Studies"), Named.Qualification(qualification));
        return new EntryBook(
            School,
            Fred,
            syllabus,
            [.. options.Select(option => new EntryOption(Roll.June, Named.Zone(1), syllabus.Code, Named.Option(option), [Named.Component("01")]))],
            entries,
            ActiveGrant: null);
    }

    private static Outcome<EntryChange> Enter(EntryBook book, string option) => book.Enter(
        new EnterCandidate.Request(Roll.Us123, Roll.June, Fred.Number, Named.Syllabus("0998"), Named.Option(option)), People.OfficerOf("US123"), Now);

    private static Outcome<EntryChange> Withdraw(EntryBook book) => book.Withdraw(
        new WithdrawEntry.Request(Roll.Us123, Roll.June, Fred.Number, Named.Syllabus("0998")), People.OfficerOf("US123"), Now);

    private static Refusal Refused(Outcome<EntryChange> outcome)
    {
        outcome.IsDone(out _, out var refusal).Should().BeFalse();
        return refusal!;
    }
}
