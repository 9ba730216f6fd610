using Exams.Domain.Entries;
using Exams.Domain.News;
using Exams.Infrastructure.Loading;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Loading;

/// <summary>What files change makes untrue what was printed, just as if it had been changed by hand.</summary>
public sealed class StaleByLoadTests : IAsyncLifetime
{
    private BoardWorld _world = null!;
    private BoardFolder _folder = null!;
    private int _told;

    public async ValueTask InitializeAsync()
    {
        _world = await OpenAsync();
        _folder = new BoardFolder(_world.Folder).WithEverything();
        await LoadAsync();
        await _world.ConfirmAllAsync(Us123);
        foreach (var centre in new[] { Us123, Uk12345 })
            Done(await _world.Get<PrintStatements>().RunAsync(new(centre, June), OfficerOf(centre), default));
        await _world.RunJobsAsync();
        _told = (await NewsAsync()).Count;
        (await StaleAsync()).Should().Equal("US123 Sheets None", "US123 StatementsOfEntry None", "12345 StatementsOfEntry None");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Loading_the_same_again_leaves_what_was_printed_true()
    {
        await LoadAsync();

        (await StaleAsync()).Should().OnlyContain(one => one.EndsWith("None", StringComparison.Ordinal));
        (await NewsAsync()).Should().HaveCount(_told);
    }

    [Theory]
    [InlineData("entries.csv", "US123,2026-06,0001,9709,S1,\n", "US123,2026-06,0001,9709,S1,\nUS123,2026-06,0002,9709,S1,\n", "a new entry")]
    [InlineData("entries.csv", "0002,0580,A,WITHDRAWN", "0002,0580,A,ACTIVE", "an entry that is made again")]
    [InlineData("entries.csv", "0001,9709,S1,\n", "0001,9709,S1,WITHDRAWN\n", "an entry that is withdrawn")]
    [InlineData("candidates.csv", "2009-02-28,F", "2009-02-27,F", "a date of birth")]
    public async Task Statements_of_the_centre_become_stale_and_are_told_of_once(string file, string from, string to, string what)
    {
        _folder.Change(file, from, to);

        await LoadAsync();

        (await StaleAsync()).Should().Equal(["US123 Sheets None", "US123 StatementsOfEntry CandidatesChanged", "12345 StatementsOfEntry None"], what);
        (await NewsAsync()).Skip(_told).Should().Equal("US123 StatementsStale");
    }

    [Fact]
    public async Task Another_name_makes_sheets_and_statements_stale()
    {
        _folder.Change("candidates.csv", "Álvarez: Zoë", "Álvarez: Zoé");

        await LoadAsync();

        (await StaleAsync()).Should().Equal("US123 Sheets CandidatesChanged", "US123 StatementsOfEntry CandidatesChanged", "12345 StatementsOfEntry None");
        (await NewsAsync()).Skip(_told).Should().BeEquivalentTo("US123 DocumentsStale", "US123 StatementsStale");
    }

    [Fact]
    public async Task A_name_that_is_on_no_sheet_leaves_the_sheets_true()
    {
        // Everything of this candidate was withdrawn before access was given.
        _folder.Change("candidates.csv", "李小龙", "李大龙");

        await LoadAsync();

        (await StaleAsync()).Should().Equal("US123 Sheets None", "US123 StatementsOfEntry CandidatesChanged", "12345 StatementsOfEntry None");
    }

    [Fact]
    public async Task Another_name_of_the_centre_makes_sheets_and_statements_stale_and_another_approval_does_not()
    {
        _folder.Change("centres.csv", "\"Grey, College\",England,3,Europe/London,IGCSE\n", "\"Grey, College\",England,3,Europe/London,IGCSE;ALEVEL\n");
        await LoadAsync();
        (await NewsAsync()).Should().HaveCount(_told);
        _folder.Change("centres.csv", "Bright High", "Brighter High");

        await LoadAsync();

        (await StaleAsync()).Should().Equal("US123 Sheets CentreChanged", "US123 StatementsOfEntry CentreChanged", "12345 StatementsOfEntry None");
    }

    [Fact]
    public async Task Another_release_for_candidates_makes_the_sheets_that_state_it_stale_and_is_told()
    {
        _folder.Change("releases.csv", "CANDIDATE,2026-08-12T06:00:00+01:00", "CANDIDATE,2026-08-13T06:00:00+01:00");

        await LoadAsync();

        (await StaleAsync()).Should().Equal("US123 Sheets ReleaseScheduleChanged", "US123 StatementsOfEntry None", "12345 StatementsOfEntry None");
        (await NewsAsync()).Skip(_told).Should().Equal("US123 DocumentsStale");
        await using var db = _world.Open(People.Board);
        (await db.News.Where(one => one.Type == NewsType.ReleaseDateSet).OrderBy(one => one.Sequence).ToListAsync()).Select(one => $"{one.Qualification} {one.Audience} {one.ReleaseAt:u}")
            .Should().Equal("IGCSE Centre 2026-08-12 05:00:00Z", "IGCSE Candidate 2026-08-12 05:00:00Z", "IGCSE Candidate 2026-08-13 05:00:00Z");
    }

    [Fact]
    public async Task Another_release_for_centres_leaves_the_sheets_true()
    {
        _folder.Change("releases.csv", "CENTRE,2026-08-12T05:00:00Z", "CENTRE,2026-08-11T05:00:00Z");

        await LoadAsync();

        (await StaleAsync()).Should().OnlyContain(one => one.EndsWith("None", StringComparison.Ordinal));
    }

    private async Task LoadAsync() => (await _world.Get<BoardLoader>().LoadAsync(_folder.Path, default)).Faults.Should().BeEmpty();

    private async Task<List<string>> StaleAsync()
    {
        await using var db = _world.Open(People.Board);
        return [.. (await db.Documents.OrderBy(one => one.Id).ToListAsync()).Select(one => $"{one.Centre} {one.Kind} {one.Stale}")];
    }

    private async Task<List<string>> NewsAsync()
    {
        await using var db = _world.Open(People.Board);
        return [.. (await db.News.Where(one => one.DocumentsId != null).OrderBy(one => one.Sequence).ToListAsync()).Select(one => $"{one.Centre} {one.Type}")];
    }
}
