using Exams.Domain.Candidates;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Candidates;

/// <summary>Rules 1 and 11.</summary>
public sealed class RegistrationTests
{
    private static readonly DateTimeOffset Now = Named.At("2026-02-01T12:00:00Z");

    [Fact]
    public void A_candidate_is_registered_under_the_centres_own_number()
    {
        var desk = Desk();

        var candidate = desk.Register(Wish("0001")).Candidate!;

        (candidate.Centre, candidate.Series, candidate.Number, candidate.Version).Should().Be((Roll.Us123, Roll.June, Named.Candidate("0001"), 1));
        desk.Change.News.Should().ContainSingle().Which.Candidate.Should().Be(Named.Candidate("0001"));
    }

    [Fact]
    public void A_number_serves_once_per_centre_and_series() =>
        Codes(Desk(Known("0001")).Register(Wish("0001"))).Should().Equal("CANDIDATE_NUMBER_TAKEN");

    [Fact]
    public void A_person_has_one_number_per_series() =>
        Desk(Known("0007", uci: "681990012058G")).Register(Wish("0001", uci: "681990012058G")).Refusals
            .Should().ContainSingle().Which.Should().BeOfType<CandidateAlreadyRegistered>().Which.Number.Should().Be(Named.Candidate("0007"));

    [Fact]
    public void A_series_of_which_the_board_knows_nothing_is_refused() =>
        Codes(Desk().Register(Wish("0001") with { Series = Named.Series("2031-06") })).Should().Equal("SERIES_NOT_FOUND");

    [Theory]
    [InlineData("2026-02-02")]
    [InlineData("1906-01-31")]
    public void Nobody_is_born_in_the_future_or_120_years_ago(string born) => Codes(Desk().Register(Wish("0001", born))).Should().Equal("DATE_OF_BIRTH_UNLIKELY");

    [Theory]
    [InlineData("2026-02-01")]
    [InlineData("1906-02-01")]
    public void Anybody_else_may_sit_an_exam(string born) => Desk().Register(Wish("0001", born)).Action.Should().Be(CandidateAction.Registered);

    [Fact]
    public void The_same_row_twice_is_one_candidate_and_other_details_change_it()
    {
        var desk = Desk(Known("0001"));

        desk.Upsert(Wish("0001")).Action.Should().Be(CandidateAction.Unchanged);
        desk.Change.IsEmpty.Should().BeTrue();
        desk.Upsert(Wish("0001", name: "Bloggs: Fred", born: "2009-01-01")).Action.Should().Be(CandidateAction.Changed);
        desk.Change.Renamed.Should().BeEmpty();
    }

    [Fact]
    public void Without_a_number_a_candidate_gets_the_next_one_or_the_one_that_the_clients_key_has()
    {
        var desk = Desk(Known("0041"), Known("0007"));

        var first = desk.Upsert(Wish(null, reference: "mis-1")).Candidate!;
        first.Number.Should().Be(Named.Candidate("0042"));
        desk.Upsert(Wish(null, name: "Other: Person", reference: "mis-2")).Candidate!.Number.Should().Be(Named.Candidate("0043"));
        desk.Upsert(Wish(null, reference: "mis-1")).Should().BeEquivalentTo(new { Action = CandidateAction.Unchanged, Candidate = first });
    }

    [Fact]
    public void A_number_stays_with_its_person()
    {
        var desk = Desk(Known("0001", reference: "mis-1"), Known("0002"));

        Codes(desk.Upsert(Wish("0003", reference: "mis-1"))).Should().Equal("CANDIDATE_NUMBER_IS_FINAL");
        Codes(desk.Upsert(Wish("0001", reference: "mis-9"))).Should().Equal("CANDIDATE_NUMBER_TAKEN");
        Codes(desk.Upsert(Wish("0002", name: "Quite: Different", reference: "mis-9"))).Should().Equal("CANDIDATE_NUMBER_TAKEN");
        desk.Upsert(Wish("0002", reference: "mis-9")).Candidate!.ExternalReference.Should().Be(Named.Word<ExternalReference>("mis-9"));
    }

    [Fact]
    public void Numbers_that_were_set_aside_are_given_to_nobody_who_does_not_name_them()
    {
        var desk = Desk(Known("0003"));

        desk.SetAside(Roll.Us123, Roll.June, 3, Named.Candidate("0001")).IsDone(out var block, out _).Should().BeTrue();

        (block!.First, block.Last).Should().Be((Named.Candidate("0004"), Named.Candidate("0006")));
        desk.Upsert(Wish(null, reference: "mis-1")).Candidate!.Number.Should().Be(Named.Candidate("0007"));
        desk.Upsert(Wish("0005", reference: "mis-2")).Candidate!.Number.Should().Be(Named.Candidate("0005"));
    }

    [Fact]
    public void Numbers_run_out_after_9999_of_them()
    {
        var book = new NumberBook([Named.Candidate("9999"), Named.Candidate("0002")], []);

        book.Next().Should().Be(Named.Candidate("0001"));
        book.Next().Should().Be(Named.Candidate("0003"));
        book.Block(9_996, Named.Candidate("0001")).Should().BeNull();
        book.Block(9_995, Named.Candidate("0001")).Should().Be((Named.Candidate("0004"), Named.Candidate("9998")));
        book.Next().Should().BeNull();
    }

    private static CandidateDesk Desk(params Candidate[] known) => new(
        new CandidateFacts(
            new HashSet<CentreNumber> { Roll.Us123 }, new HashSet<Series> { Roll.June }, known,
            new Dictionary<(CentreNumber, Series), NumberBook> { [(Roll.Us123, Roll.June)] = new(known.Select(one => one.Number), []) }),
        People.OfficerOf("US123"), Now);

    private static Candidate Known(string number, string? uci = null, string? reference = null)
    {
        var wish = Wish(number, uci: uci, reference: reference);
        return new Candidate(wish.Centre, wish.Series, wish.Number!.Value, wish.Details, wish.Reference);
    }

    private static CandidateWish Wish(string? number, string? born = null, string? uci = null, string name = "Bloggs: Fred", string? reference = null) => new(
        Roll.Us123,
        Roll.June,
        number is null ? null : Named.Candidate(number),
        new PersonalDetails(
            Named.Person(name),
            born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture),
            Uci: uci is null ? null : Named.Word<Uci>(uci)),
        reference is null ? null : Named.Word<ExternalReference>(reference));

    private static IEnumerable<string> Codes(CandidateRow row) => row.Refusals.Select(refusal => refusal.Code);
}
