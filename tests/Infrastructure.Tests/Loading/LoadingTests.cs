using Exams.Domain.Results;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Loading;
using Exams.World;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Tests.Loading;

public sealed class LoadingTests : IAsyncLifetime
{
    private BoardWorld _world = null!;
    private BoardFolder _folder = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await BoardWorld.OpenAsync();
        _folder = new BoardFolder(_world.Folder).WithEverything();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private Task<LoadReport> LoadAsync() => _world.Get<BoardLoader>().LoadAsync(_folder.Path, default);

    private async Task<string> CountsAsync()
    {
        await using var db = _world.Open(People.Board);
        return $"{await db.Centres.CountAsync()} {await db.Syllabuses.CountAsync()} {await db.Options.CountAsync()} {await db.Candidates.CountAsync()} "
            + $"{await db.Entries.CountAsync()} {await db.ReleaseDates.CountAsync()} {await db.Results.CountAsync()}";
    }

    [Fact]
    public async Task A_whole_board_is_loaded()
    {
        var report = await LoadAsync();

        report.Faults.Should().BeEmpty();
        report.IsLoaded.Should().BeTrue();
        (await CountsAsync()).Should().Be("2 2 3 3 4 2 3");
        await using var db = _world.Open(People.Board);
        var zoe = await db.Candidates.SingleAsync(one => one.Centre == BoardWorld.Us123 && one.Number == Named.Candidate("0001"));
        zoe.Name.ToString().Should().Be("Álvarez: Zoë");
        zoe.Gender.Should().Be(Gender.Female);
        zoe.DateOfBirth.Should().Be(new DateOnly(2009, 2, 28));
        (await db.Centres.SingleAsync(one => one.Number == BoardWorld.Uk12345)).Name.ToString().Should().Be("Grey, College");
        (await db.ReleaseDates.Select(date => date.At).Distinct().SingleAsync()).Should().Be(Named.At("2026-08-12T05:00:00Z"));
        (await db.Results.SingleAsync(one => one.Outcome == ResultOutcome.NoResult)).Syllabus.ToString().Should().Be("9709");
    }

    [Fact]
    public async Task Loading_the_same_again_changes_nothing()
    {
        await LoadAsync();
        var before = await CountsAsync();

        var again = await LoadAsync();

        again.IsLoaded.Should().BeTrue();
        again.Files.Should().OnlyContain(file => file.Added == 0 && file.Changed == 0);
        again.NewUsers.Should().BeEmpty();
        (await CountsAsync()).Should().Be(before);
    }

    [Fact]
    public async Task New_officers_can_sign_in_with_the_passwords_that_the_report_shows()
    {
        var report = await LoadAsync();

        report.NewUsers.Select(user => user.Username).Should().Equal("officer.one", "board");
        var signedIn = BoardWorld.Done(await _world.Get<SignIn>().RunAsync(
            new SignIn.Request("Officer.One", report.NewUsers[0].Password, null, "192.0.2.1"), default));
        signedIn.Caller.Administers(BoardWorld.Uk12345).Should().BeTrue();
    }

    [Fact]
    public async Task A_corrected_grade_is_a_new_version_and_the_old_one_is_kept()
    {
        await LoadAsync();
        _folder.Change("results.csv", "GRADE,A*,93", "GRADE,A,85");

        (await LoadAsync()).Files.Single(file => file.Name == "results.csv").Should().BeEquivalentTo(new { Added = 0, Changed = 1 });

        await using var db = _world.Open(People.Board);
        var versions = await db.Results.Where(one => one.Syllabus == Named.Syllabus("0580") && one.Centre == BoardWorld.Us123).OrderBy(one => one.Version).ToListAsync();
        versions.Select(one => $"{one.Version}{one.Grade}{one.SupersededAt is null}").Should().Equal("1A*False", "2ATrue");
    }

    [Fact]
    public async Task A_changed_name_is_taken_over()
    {
        await LoadAsync();
        _folder.Change("candidates.csv", "Bloggs: Fred", "Bloggs: Frederick").Change("options.csv", "12;32", "12;33");

        (await LoadAsync()).IsLoaded.Should().BeTrue();

        await using var db = _world.Open(People.Board);
        var fred = await db.Candidates.SingleAsync(one => one.Centre == BoardWorld.Uk12345);
        fred.Name.ToString().Should().Be("Bloggs: Frederick");
        fred.Version.Should().Be(2);
        (await db.Options.SingleAsync(one => one.Syllabus == Named.Syllabus("9709"))).Components.Should().Equal(Named.Component("12"), Named.Component("33"));
    }

    [Fact]
    public async Task A_variation_of_a_name_is_taken_over_and_stays_when_a_file_says_nothing_of_it()
    {
        var plain = File.ReadAllText(Path.Combine(_folder.Path, "candidates.csv"));
        _folder.Change("candidates.csv", "private\n", "private,nameVariation\n").Change("candidates.csv", ",F,,,\n", ",F,,,,\n")
            .Change("candidates.csv", ",no\n", ",no,li: xiaolong\n").Change("candidates.csv", ",P\n", ",P,\n");
        (await LoadAsync()).IsLoaded.Should().BeTrue();
        _folder.With("candidates.csv", plain);

        (await LoadAsync()).Files.Single(file => file.Name == "candidates.csv").Should().BeEquivalentTo(new { Added = 0, Changed = 0 });

        await using var db = _world.Open(People.Board);
        (await db.Candidates.Where(one => one.NameVariation != null).SingleAsync()).BoardName.ToString().Should().Be("LI: XIAOLONG");
    }

    [Fact]
    public async Task A_last_entry_that_is_withdrawn_by_a_file_suspends_access()
    {
        await LoadAsync();
        await _world.ConfirmAllAsync(BoardWorld.Uk12345);
        _folder.Change("entries.csv", "12345,2026-06,0001,0580,,ACTIVE", "12345,2026-06,0001,0580,,WITHDRAWN");

        (await LoadAsync()).IsLoaded.Should().BeTrue();

        await using var db = _world.Open(People.Board);
        (await db.Grants.SingleAsync()).State.Should().Be(Domain.ResultsAccess.GrantState.Suspended);
        (await db.Documents.SingleAsync()).Stale.Should().HaveFlag(Domain.ResultsAccess.StaleReasons.CandidatesChanged);
    }

    [Fact]
    public async Task A_number_that_a_spreadsheet_shortened_is_padded_and_said_so()
    {
        _folder.Change("candidates.csv", "US123,2026-06,0002", "US123,2026-06,2");

        var report = await LoadAsync();

        report.IsLoaded.Should().BeTrue();
        report.Remarks.Should().ContainSingle().Which.ToString().Should().Be("candidates.csv:3 [number]: \"2\" was read as 0002.");
    }

    [Fact]
    public async Task A_release_that_has_happened_cannot_be_moved()
    {
        await LoadAsync();
        _world.Clock.Now = Named.At("2026-08-12T05:00:00Z");
        _folder.Change("releases.csv", "CENTRE,2026-08-12T05:00:00Z", "CENTRE,2026-08-12T04:00:00Z");

        var report = await LoadAsync();

        report.Faults.Should().ContainSingle().Which.ToString().Should().StartWith("releases.csv:2 [at]: The release of");
    }

    [Fact]
    public async Task Only_the_files_that_are_there_are_loaded()
    {
        await LoadAsync();
        foreach (var file in Directory.GetFiles(_folder.Path).Where(path => !path.EndsWith("entries.csv", StringComparison.Ordinal)))
            File.Delete(file);

        (await LoadAsync()).Files.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Rows = 4, Added = 0, Changed = 0 });
    }
}
