using Exams.Domain.Candidates;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Candidates;

/// <summary>Rules 1 and 11.</summary>
public sealed class RegistrationTests
{
    private static readonly DateTimeOffset Now = Named.At("2026-02-01T12:00:00Z");
    private static readonly RegistrationPlace Free = new(SeriesIsKnown: true, NumberIsTaken: false, NumberOfUci: null);

    [Fact]
    public void A_candidate_is_registered_under_the_centres_own_number()
    {
        Register(Free).IsDone(out var change, out _).Should().BeTrue();

        (change!.Candidate.Centre, change.Candidate.Series, change.Candidate.Number, change.Candidate.Version)
            .Should().Be((Roll.Us123, Roll.June, Named.Candidate("0001"), 1));
        change.News.Candidate.Should().Be(Named.Candidate("0001"));
    }

    [Fact]
    public void A_number_serves_once_per_centre_and_series() =>
        Refused(Register(Free with { NumberIsTaken = true })).Code.Should().Be("CANDIDATE_NUMBER_TAKEN");

    [Fact]
    public void A_person_has_one_number_per_series()
    {
        var refusal = Refused(Register(Free with { NumberOfUci = Named.Candidate("0007") }, uci: "681990012058G"));

        refusal.Should().BeOfType<CandidateAlreadyRegistered>().Which.Number.Should().Be(Named.Candidate("0007"));
    }

    [Fact]
    public void A_series_of_which_the_board_knows_nothing_is_refused() =>
        Refused(Register(Free with { SeriesIsKnown = false })).Code.Should().Be("SERIES_NOT_FOUND");

    [Theory]
    [InlineData("2026-02-02")]
    [InlineData("1906-01-31")]
    public void Nobody_is_born_in_the_future_or_120_years_ago(string born) =>
        Refused(Register(Free, born)).Code.Should().Be("DATE_OF_BIRTH_UNLIKELY");

    [Theory]
    [InlineData("2026-02-01")]
    [InlineData("1906-02-01")]
    public void Anybody_else_may_sit_an_exam(string born) => Register(Free, born).IsDone(out _, out _).Should().BeTrue();

    private static Outcome<CandidateChange> Register(RegistrationPlace place, string? born = null, string? uci = null)
    {
        var details = new PersonalDetails(
            Named.Person("Bloggs: Fred"),
            born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture),
            Uci: uci is null ? null : Named.Word<Uci>(uci));
        return place.Register(
            new RegisterCandidate.Request(Roll.Us123, Roll.June, Named.Candidate("0001"), details), People.OfficerOf("US123"), Now);
    }

    private static Refusal Refused(Outcome<CandidateChange> outcome)
    {
        outcome.IsDone(out _, out var refusal).Should().BeFalse();
        return refusal!;
    }
}
