using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.Releases;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.World;
using static Exams.World.BoardWorld;

namespace Exams.Domain.Tests.Verbs;

/// <summary>Centres, release dates, candidates and entries on a real database: rules 1, 2, 6, 7, 11 and 21.</summary>
public sealed class BoardVerbTests : IAsyncLifetime
{
    private static readonly Caller Officer = OfficerOf(Us123);

    private static readonly CentreDetails Details = new(
        Named.Name("New School"), Named.Name("Cyprus"), Named.Zone(4), Named.Word<IanaTimeZone>("Asia/Nicosia"), Wording.EnGb, [Named.Qualification("IGCSE")]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BoardWorld _world = null!; // Set by InitializeAsync before any test runs.

    public async ValueTask InitializeAsync()
    {
        _world = await OpenAsync();
        await _world.SeedAsync();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_board_opens_a_centre_once()
    {
        var centre = Done(await CreateAsync(Details));

        (centre.Number, centre.Version).Should().Be((Named.Centre("CY001"), 1));
        Refused(await CreateAsync(Details)).Code.Should().Be("CENTRE_NUMBER_TAKEN");
    }

    [Fact]
    public async Task Of_two_centres_opened_at_once_under_one_number_one_is_refused()
    {
        var outcomes = await Task.WhenAll(CreateAsync(Details), CreateAsync(Details));

        outcomes.Count(outcome => outcome.IsDone(out _, out _)).Should().Be(1);
        Refused(outcomes.Single(outcome => !outcome.IsDone(out _, out _))).Code.Should().Be("CENTRE_NUMBER_TAKEN");
    }

    [Fact]
    public async Task Nobody_but_the_board_opens_or_changes_centres()
    {
        Refused(await _world.Get<CreateCentre>().RunAsync(new CreateCentre.Request(Named.Centre("CY001"), Details), Officer, Ct)).Code.Should().Be("BOARD_ONLY");
        Refused(await ChangeAsync(Us123, Details, 1, Officer)).Code.Should().Be("BOARD_ONLY");
        Refused(await ChangeAsync(Uk12345, Details, 1, Officer)).Code.Should().Be("CENTRE_NOT_FOUND");
    }

    [Fact]
    public async Task A_centre_is_approved_only_for_what_the_board_awards()
    {
        var refusal = Refused(await CreateAsync(Details with { Qualifications = [Named.Qualification("IGCSE"), Named.Qualification("GCE")] }));

        refusal.Should().BeOfType<QualificationNotFound>().Which.Qualifications.Should().Equal(Named.Qualification("GCE"));
    }

    [Fact]
    public async Task A_stale_change_of_a_centre_is_refused_and_a_new_name_makes_its_sheets_stale()
    {
        await _world.EnterAsync(Us123, 1, "0580");
        await _world.ConfirmAllAsync(Us123);
        await _world.RunJobsAsync();

        Refused(await ChangeAsync(Us123, Details, 2, People.Board)).Code.Should().Be("VERSION_STALE");
        Done(await ChangeAsync(Us123, Details, 1, People.Board)).Version.Should().Be(2);

        await using var db = _world.Open(People.Board);
        db.Documents.Single().Stale.Should().Be(StaleReasons.CentreChanged);
        db.Centres.Single(one => one.Number == Us123).Name.Should().Be(Details.Name);
    }

    [Fact]
    public async Task Release_dates_are_the_boards_and_move_until_they_have_passed()
    {
        Refused(await ReleaseAsync(Audience.Centre, Start.AddDays(1), Officer)).Code.Should().Be("BOARD_ONLY");
        Refused(await _world.Get<SetReleaseDate>().RunAsync(
            new SetReleaseDate.Request(June, Named.Qualification("GCE"), Audience.Centre, Start.AddDays(1)), People.Board, Ct))
            .Code.Should().Be("QUALIFICATION_NOT_FOUND");

        Done(await ReleaseAsync(Audience.Centre, Start.AddDays(1), People.Board));
        Done(await ReleaseAsync(Audience.Candidate, Start.AddDays(2), People.Board));
        Done(await ReleaseAsync(Audience.Candidate, Start.AddDays(1), People.Board)).Version.Should().Be(2);
        _world.Clock.Now = Start.AddDays(1);
        Refused(await ReleaseAsync(Audience.Candidate, Start.AddDays(3), People.Board)).Code.Should().Be("RELEASE_FROZEN");
    }

    [Fact]
    public async Task A_number_registers_one_candidate_even_when_asked_twice_at_once()
    {
        await _world.EnterAsync(Us123, 1, "0580");

        var outcomes = await Task.WhenAll(RegisterAsync("0100"), RegisterAsync("0100"));

        outcomes.Count(outcome => outcome.IsDone(out _, out _)).Should().Be(1);
        Refused(outcomes.Single(outcome => !outcome.IsDone(out _, out _))).Code.Should().Be("CANDIDATE_NUMBER_TAKEN");
        Refused(await RegisterAsync("0001")).Code.Should().Be("CANDIDATE_NUMBER_TAKEN");
    }

    [Fact]
    public async Task Only_the_centres_own_officers_and_the_board_register_and_enter()
    {
        Refused(await RegisterAsync("0100", OfficerOf(Uk12345))).Should().Be(new CentreNotFound(Us123));
        Refused(await EnterAsync("0100", OfficerOf(Uk12345))).Should().Be(new CentreNotFound(Us123));
        Done(await RegisterAsync("0100", People.Board));
        Done(await EnterAsync("0100", People.Board));
    }

    [Fact]
    public async Task A_withdrawn_entry_keeps_its_row_and_stands_again_on_reentry()
    {
        Done(await RegisterAsync("0100"));
        var entered = Done(await EnterAsync("0100"));
        Refused(await EnterAsync("0100")).Code.Should().Be("ALREADY_ENTERED");

        Done(await WithdrawAsync("0100")).Id.Should().Be(entered.Id);
        Done(await WithdrawAsync("0100")).WithdrawnAt.Should().Be(_world.Clock.Now, "withdrawing twice changes nothing");
        Done(await EnterAsync("0100")).Id.Should().Be(entered.Id);

        await using var db = _world.Open(People.Board);
        db.Entries.Single().IsActive.Should().BeTrue();
        db.Candidates.Single().Version.Should().Be(4);
    }

    [Fact]
    public async Task Two_last_entries_withdrawn_at_once_leave_no_access_behind()
    {
        await _world.EnterAsync(Us123, 1, "0580", "9709");
        await _world.ConfirmAllAsync(Us123);

        var outcomes = await Task.WhenAll(WithdrawAsync("0001", syllabus: "0580"), WithdrawAsync("0001", syllabus: "9709"));
        foreach (var syllabus in new[] { "0580", "9709" })
        {
            // Whoever was told that something changed meanwhile asks again, as the refusal says.
            await WithdrawAsync("0001", syllabus: syllabus);
        }

        outcomes.Any(outcome => outcome.IsDone(out _, out _)).Should().BeTrue();
        await using var db = _world.Open(People.Board);
        db.Entries.AsEnumerable().Should().OnlyContain(entry => !entry.IsActive);
        db.Grants.Single().State.Should().Be(GrantState.Suspended);
    }

    private Task<Outcome<Centre>> CreateAsync(CentreDetails details) =>
        _world.Get<CreateCentre>().RunAsync(new CreateCentre.Request(Named.Centre("CY001"), details), People.Board, Ct);

    private Task<Outcome<Centre>> ChangeAsync(CentreNumber centre, CentreDetails details, int version, Caller caller) =>
        _world.Get<ChangeCentre>().RunAsync(new ChangeCentre.Request(centre, details, version), caller, Ct);

    private Task<Outcome<ReleaseDate>> ReleaseAsync(Audience audience, DateTimeOffset at, Caller caller) =>
        _world.Get<SetReleaseDate>().RunAsync(new SetReleaseDate.Request(June, Named.Qualification("IGCSE"), audience, at), caller, Ct);

    private Task<Outcome<Candidate>> RegisterAsync(string number, Caller? caller = null) => _world.Get<RegisterCandidate>().RunAsync(
        new CandidateWish(Us123, June, Named.Candidate(number), new PersonalDetails(Named.Person("Bloggs: Fred"))), caller ?? Officer, Ct);

    private Task<Outcome<Entry>> EnterAsync(string number, Caller? caller = null) => _world.Get<EnterCandidate>().RunAsync(
        Wish(Us123, Named.Candidate(number), Named.Syllabus("0580"), Named.Option("A")), caller ?? Officer, Ct);

    private Task<Outcome<Entry>> WithdrawAsync(string number, string syllabus = "0580") => _world.Get<WithdrawEntry>().RunAsync(
        EntryOf(Us123, Named.Candidate(number), Named.Syllabus(syllabus)), Officer, Ct);
}
