using Exams.Infrastructure.Loading;
using Exams.World;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Tests.Loading;

/// <summary>Every bad row is reported at its place, and nothing is loaded.</summary>
public sealed class BadRowTests : IAsyncLifetime
{
    private BoardWorld _world = null!;
    private BoardFolder _folder = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await BoardWorld.OpenAsync();
        _folder = new BoardFolder(_world.Folder).WithEverything();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private async Task<LoadReport> RefusedAsync()
    {
        var report = await _world.Get<BoardLoader>().LoadAsync(_folder.Path, default);
        report.IsLoaded.Should().BeFalse();
        report.NewUsers.Should().BeEmpty();
        await using var db = _world.Open(People.Board);
        foreach (var entity in db.Model.GetEntityTypes())
            (await Rows.CountAsync(db, entity.ClrType)).Should().Be(0, $"nothing of {entity.ClrType.Name} may be loaded");
        return report;
    }

    [Theory]
    [InlineData("centres.csv", "US123,Bright", "US12,Bright", "centres.csv:2 [number]: \"US12\" is no centre number.")]
    [InlineData("centres.csv", "America/New_York", "New York", "centres.csv:2 [timeZone]: \"New York\" is no iana time zone.")]
    [InlineData("centres.csv", "States,1,", "States,9,", "centres.csv:2 [zone]: \"9\" is no zone.")]
    [InlineData("centres.csv", "IGCSE;ALEVEL", "IGCSE;BLEVEL", "centres.csv:2 [qualifications]: The board has no qualification BLEVEL.")]
    [InlineData("centres.csv", "12345,\"Grey", "us 123,\"Grey", "centres.csv:3 [number]: The same is stated in line 2 already.")]
    [InlineData("centres.csv", "\"Grey, College\"", "\"Grey, College\"x", "centres.csv:3: There is text after a closing quote.")]
    [InlineData("centres.csv", "\"Grey, College\"", "\"Grey, College", "centres.csv:3: A quote is opened here and never closed.")]
    [InlineData("centres.csv", "England,3,", "England,", "centres.csv:3: The row has 5 fields, the header 6.")]
    [InlineData("centres.csv", "timeZone,", "zoneTime,", "centres.csv:1 [zoneTime]: There is no such column here; expected are number, name, country, zone, timeZone, qualifications.")]
    [InlineData("qualifications.csv", "A Level,A", "A Level,B", "qualifications.csv:3 [gradeScale]: \"B\" is none of IGCSE, IGCSE91, OLEVEL, AS, A, PREU.")]
    [InlineData("syllabuses.csv", "0580,Mathematics,IGCSE", "580,Mathematics,IGCSE", "syllabuses.csv:2 [code]: \"580\" is no syllabus code.")]
    [InlineData("options.csv", ",12;32", ",", "options.csv:4 [components]: An option has at least one component.")]
    [InlineData("options.csv", "1,9709", "1,9708", "options.csv:4 [syllabus]: The board has no syllabus 9708.")]
    [InlineData("candidates.csv", "0002,李", "0000,李", "candidates.csv:3 [number]: \"0000\" is no candidate number.")]
    [InlineData("candidates.csv", "0002,李", "0001,李", "candidates.csv:3 [number]: The same is stated in line 2 already.")]
    [InlineData("candidates.csv", "2009-02-28", "2009-02-29", "candidates.csv:2 [dateOfBirth]: \"2009-02-29\" is no date; write 2009-12-31.")]
    [InlineData("candidates.csv", "2008-12-31,male,", "2008-12-31,male,681990012058H", "candidates.csv:4 [uci]: \"681990012058H\" is no uci.")]
    [InlineData("candidates.csv", "US123,2026-06,0002", "US124,2026-06,0002", "candidates.csv:3 [centre]: There is no centre US124.")]
    [InlineData("candidates.csv", "US123,2026-06,0002", "US123,2026-07,0002", "candidates.csv:3 [series]: \"2026-07\" is no series.")]
    [InlineData("candidates.csv", ",no\n", ",maybe\n", "candidates.csv:3 [private]: \"maybe\" is none of false, true, no, yes, 0, 1, P.")]
    [InlineData("entries.csv", "9709,S1,", "9709,S2,", "entries.csv:3 [option]: In 2026-06, zone 1, 9709 has the options \"S1\".")]
    [InlineData("entries.csv", "US123,2026-06,0002,0580,A", "US123,2026-06,0003,0580,A", "entries.csv:4 [candidate]: US123 has no candidate 0003 in 2026-06.")]
    [InlineData("entries.csv", "US123,2026-06,0002,0580,A,W", "US123,2026-06,0001,0580,A,W", "entries.csv:4 [syllabus]: The same is stated in line 2 already.")]
    [InlineData("entries.csv", "WITHDRAWN", "GONE", "entries.csv:4 [status]: \"GONE\" is none of ACTIVE, WITHDRAWN.")]
    [InlineData("releases.csv", "2026-08-12T05:00:00Z", "2026-08-12T05:00:00", "releases.csv:2 [at]: \"2026-08-12T05:00:00\" is no instant; write 2026-08-11T05:00:00Z or 2026-08-11T06:00:00+01:00.")]
    [InlineData("releases.csv", "06:00:00+01:00", "05:59:59+01:00", "releases.csv:3 [at]: Candidates cannot see IGCSE before their centre does, which is 2026-08-12T05:00:00.0000000+00:00.")]
    [InlineData("results.csv", "GRADE,A*,93", "GRADE,A,93", "results.csv:2 [pum]: A percentage uniform mark of 93 does not agree with grade A on the scale IGCSE.")]
    [InlineData("results.csv", "GRADE,A*,93", "GRADE,a,", "results.csv:2 [grade]: The scale IGCSE has no grade a.")]
    [InlineData("results.csv", "S1,X,,", "S1,X,,50", "results.csv:3 [pum]: Only a grade carries a percentage uniform mark.")]
    [InlineData("results.csv", "S1,X,,", "S1,FAIL,,", "results.csv:3 [outcome]: \"FAIL\" is none of GRADE, UNGRADED, NO_RESULT, PENDING, TO_BE_ISSUED, X, Q, Y.")]
    [InlineData("results.csv", "US123,0001,9709,S1", "US123,0002,9709,S1", "results.csv:3 [syllabus]: The candidate was never entered for 9709 with option \"S1\".")]
    [InlineData("officers.csv", "OFFICER,US123;12345", "OFFICER,", "officers.csv:2 [centres]: An officer has at least one centre, and the board's staff have none.")]
    [InlineData("officers.csv", "Officer.One", "Officer One", "officers.csv:2 [username]: A username has 1 to 64 letters, digits, dots, hyphens, underscores or @.")]
    public async Task One_bad_row_stops_everything_and_is_named(string file, string from, string to, string fault)
    {
        _folder.Change(file, from, to);

        (await RefusedAsync()).Faults.Select(one => one.ToString()).Should().Contain(fault);
    }

    [Fact]
    public async Task Two_active_entries_for_one_syllabus_are_refused()
    {
        _folder.Change("options.csv", "2026-06,1,0580,A,11;21", "2026-06,1,0580,A,11;21\n2026-06,1,0580,B,12;22")
            .Change("entries.csv", "US123,2026-06,0001,9709,S1,", "US123,2026-06,0001,0580,B,");

        (await RefusedAsync()).Faults.Should().Contain(one => one.Line == 3 && one.Column == "syllabus" && one.Reason.StartsWith("The candidate is entered for 0580 already"));
    }

    [Fact]
    public async Task A_centre_enters_only_what_it_is_approved_for()
    {
        _folder.Change("centres.csv", "America/New_York,IGCSE;ALEVEL", "America/New_York,IGCSE");

        (await RefusedAsync()).Faults.Should().ContainSingle(one => one.File == "entries.csv")
            .Which.ToString().Should().Be("entries.csv:3 [syllabus]: The centre is not approved for ALEVEL.");
    }

    [Fact]
    public async Task All_faults_of_all_files_are_reported_at_once()
    {
        _folder.Change("centres.csv", "US123,Bright", "??,Bright").Change("officers.csv", "BOARD,", "CLERK,").Change("releases.csv", "Z\n", "\n");

        (await RefusedAsync()).Faults.Select(one => one.File).Distinct().Should().Contain(["centres.csv", "releases.csv", "officers.csv"]);
    }

    [Fact]
    public async Task Many_faults_are_counted_and_the_first_thousand_listed()
    {
        _folder.With("candidates.csv", "centre,series,number,name,dateOfBirth,gender,uci,email,private\n"
            + string.Concat(Enumerable.Range(1, 3_000).Select(_ => "US123,2026-06,bad,Name,,,,,\n")));

        var report = await RefusedAsync();

        report.FaultCount.Should().BeGreaterThan(3_000);
        report.Faults.Should().HaveCount(BoardLoader.MostFaults);
    }

    [Fact]
    public async Task A_line_is_counted_as_an_editor_counts_it()
    {
        _folder.With("qualifications.csv", "code,name,gradeScale\r\nIGCSE,\"Cambridge IGCSE\",IGCSE\r\n\r\nALEVEL,\"A\nLevel\",A\r\nbad!,x,A\r\n");

        var report = await RefusedAsync();

        report.Faults.Select(one => one.ToString()).Should().Contain("qualifications.csv:6 [code]: \"bad!\" is no qualification code.")
            .And.Contain(one => one.StartsWith("qualifications.csv:4 [name]"));
    }

    [Fact]
    public async Task Text_that_is_not_UTF_8_is_refused()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, "qualifications.csv"), [.. "code,name,gradeScale\nIGCSE,"u8, 0xE9, .. ",IGCSE\n"u8]);

        (await RefusedAsync()).Faults.Should().Contain(one => one.File == "qualifications.csv" && one.Reason.StartsWith("The file is not UTF-8"));
    }

    [Fact]
    public async Task A_file_that_is_no_board_file_is_refused()
    {
        _folder.With("candidate.csv", "x\n");

        (await RefusedAsync()).Faults.Should().ContainSingle().Which.File.Should().Be("candidate.csv");
    }
}
