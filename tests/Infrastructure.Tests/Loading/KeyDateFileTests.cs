using Exams.Domain.KeyDates;
using Exams.Domain.News;
using Exams.Domain.Qualifications;
using Exams.Infrastructure.Loading;
using Exams.World;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Tests.Loading;

/// <summary>Deadlines, fees, timetables, and the columns that a file may leave out.</summary>
public sealed class KeyDateFileTests : IAsyncLifetime
{
    private BoardWorld _world = null!;
    private BoardFolder _folder = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await BoardWorld.OpenAsync();
        _folder = new BoardFolder(_world.Folder).WithEverything().WithKeyDates();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private Task<LoadReport> LoadAsync() => _world.Get<BoardLoader>().LoadAsync(_folder.Path, default);

    private async Task LoadedAsync() => (await LoadAsync()).Faults.Should().BeEmpty();

    [Fact]
    public async Task What_the_board_publishes_about_entries_is_loaded()
    {
        await LoadedAsync();

        await using var db = _world.Open(People.Board);
        (await db.Qualifications.SingleAsync(one => one.Code == Named.Qualification("IGCSE91"))).Level.ToString().Should().Be("IGCSE");
        (await db.Qualifications.SingleAsync(one => one.Code == Named.Qualification("ALEVEL"))).Level.ToString().Should().Be("ALEVEL");
        var maths = await db.Syllabuses.SingleAsync(one => one.Code == Named.Syllabus("0580"));
        maths.DisallowedWith.Should().Equal(Named.Syllabus("0606"), Named.Syllabus("0980"));
        maths.IsOpenToPrivate.Should().BeTrue();
        (await db.Syllabuses.SingleAsync(one => one.Code == Named.Syllabus("9709"))).IsOpenToPrivate.Should().BeFalse();
        (await db.Options.OrderBy(one => one.Syllabus).ThenBy(one => one.Option).Select(one => one.CarryForward).ToListAsync())
            .Should().Equal(CarryForward.None, CarryForward.None, CarryForward.NonExam, CarryForward.Staged);
        (await db.Deadlines.OrderBy(one => one.Id).ToListAsync())
            .Select(one => $"{one.Series} {one.Kind} {one.Tier} {one.Zone} {string.Join('+', one.Countries)} {one.At:u}").Should().Equal(
                "2026-06 Entry OnTime   2026-02-21 23:59:00Z", "2026-06 Entry Late   2026-07-10 23:59:00Z",
                "2026-06 Entry OnTime 1 Canada+United States 2026-02-28 23:59:00Z", "2026-11 RetakeEntry OnTime   2026-09-21 23:59:00Z",
                "2026-11 EstimatedEntries OnTime 3  2026-07-01 23:59:00Z");
        (await db.Fees.OrderBy(one => one.Id).ToListAsync()).Select(one => $"{one.Qualification}{one.Syllabus} {one.Tier} {one.Price}")
            .Should().Equal(" OnTime 98.50 GBP", "IGCSE Late 40.00 GBP", "0580 OnTime 91.25 GBP");
        (await db.Timetable.OrderBy(one => one.Id).ToListAsync()).Select(one => $"{one.Zone} {one.Syllabus}/{one.Component} {one.Date:yyyy-MM-dd} {one.Session} {one.Minutes}")
            .Should().Equal("1 0580/11 2026-05-04 Am 90", "1 0580/21 2026-05-11 Pm 120", "1 9709/12 2026-05-04 Am 110", "3 0580/11 2026-05-04 Evening 90");
    }

    [Fact]
    public async Task Loading_the_same_again_changes_nothing()
    {
        await LoadedAsync();

        (await LoadAsync()).Files.Should().HaveCount(12).And.OnlyContain(file => file.Added == 0 && file.Changed == 0);
    }

    [Fact]
    public async Task What_differs_is_taken_over_and_nothing_is_doubled()
    {
        await LoadedAsync();
        _folder.Change("deadlines.csv", "LATE,,,2026-07-10", "LATE,,,2026-07-17").Change("fees.csv", "LATE,40,GBP", "LATE,45,USD")
            .Change("timetable.csv", "2026-05-11,pm,120", "2026-05-12,AM,130").Change("syllabuses.csv", "0980;0606,", "0606,no").Change("options.csv", "STAGED", "");

        (await LoadAsync()).Files.Where(file => file.Changed > 0).Select(file => $"{file.Name} {file.Added} {file.Changed}").Should()
            .Equal("syllabuses.csv 0 1", "options.csv 0 1", "deadlines.csv 0 1", "fees.csv 0 1", "timetable.csv 0 1");

        await using var db = _world.Open(People.Board);
        (await db.Deadlines.Select(one => one.At).ToListAsync()).Should().HaveCount(5).And.Contain(Named.At("2026-07-17T23:59:00Z"));
        (await db.Fees.SingleAsync(one => one.Tier == EntryTier.Late)).Price.ToString().Should().Be("45.00 USD");
        (await db.Timetable.SingleAsync(one => one.Component == Named.Component("21"))).Should().BeEquivalentTo(new { Date = new DateOnly(2026, 5, 12), Session = ExamSession.Am, Minutes = 130 });
        (await db.Syllabuses.SingleAsync(one => one.Code == Named.Syllabus("0580"))).Should().BeEquivalentTo(new { DisallowedWith = new[] { Named.Syllabus("0606") }, IsOpenToPrivate = false });
    }

    [Fact]
    public async Task Vendors_hear_of_a_deadline_or_fee_that_a_file_moved_and_of_nothing_that_stayed()
    {
        await LoadedAsync();
        (await HeardAsync()).Should().Equal("DeadlineSet 2026-06", "DeadlineSet 2026-11", "FeeSet 2026-06");
        _folder.Change("deadlines.csv", "LATE,,,2026-07-10", "LATE,,,2026-07-17");
        await LoadedAsync();
        await LoadedAsync();
        (await HeardAsync()).Skip(3).Should().Equal("DeadlineSet 2026-06");
        _folder.Change("fees.csv", "LATE,40,GBP", "LATE,45,USD");
        await LoadedAsync();
        (await HeardAsync()).Skip(4).Should().Equal("FeeSet 2026-06");
    }

    private async Task<List<string>> HeardAsync()
    {
        await using var db = _world.Open(People.Board);
        return [.. (await db.News.Where(one => one.Type == NewsType.DeadlineSet || one.Type == NewsType.FeeSet).OrderBy(one => one.Sequence).ToListAsync()).Select(one => $"{one.Type} {one.Series}")];
    }

    [Fact]
    public async Task A_file_without_the_new_columns_leaves_what_they_said()
    {
        await LoadedAsync();
        _folder.WithEverything();

        var files = (await LoadAsync()).Files;

        files.Should().OnlyContain(file => file.Added == 0 && file.Changed == 0);
        await using var db = _world.Open(People.Board);
        (await db.Syllabuses.SingleAsync(one => one.Code == Named.Syllabus("0580"))).DisallowedWith.Should().HaveCount(2);
        (await db.Options.SingleAsync(one => one.Syllabus == Named.Syllabus("9709"))).CarryForward.Should().Be(CarryForward.Staged);
    }

    [Fact]
    public async Task A_passed_deadline_may_be_extended_but_nothing_is_moved_into_the_past()
    {
        await LoadedAsync();
        _folder.Change("deadlines.csv", "ON_TIME,,,2026-02-21", "ON_TIME,,,2026-07-01");
        await LoadedAsync();
        _folder.Change("deadlines.csv", "ON_TIME,,,2026-07-01", "ON_TIME,,,2026-05-31");

        (await LoadAsync()).Faults.Should().ContainSingle().Which.ToString().Should()
            .Be("deadlines.csv:2 [at]: The deadline of 2026-07-01T23:59:00.0000000+00:00 can only be moved to an instant that is still to come.");
    }

    [Theory]
    [InlineData("syllabuses.csv", "0980;0606", "0580", "syllabuses.csv:2 [disallowedWith]: 0580 cannot be disallowed with itself.")]
    [InlineData("syllabuses.csv", "0980;0606", "0980;4711", "syllabuses.csv:2 [disallowedWith]: The board has no syllabus 4711.")]
    [InlineData("syllabuses.csv", "0980;0606", "980", "syllabuses.csv:2 [disallowedWith]: \"980\" is no syllabus code.")]
    [InlineData("syllabuses.csv", "ALEVEL,,no", "ALEVEL,,shut", "syllabuses.csv:3 [openToPrivate]: \"shut\" is none of false, true, no, yes, 0, 1, P.")]
    [InlineData("qualifications.csv", "IGCSE91,IGCSE\n", "IGCSE91,!\n", "qualifications.csv:4 [level]: \"!\" is no qualification code.")]
    [InlineData("qualifications.csv", "IGCSE91,IGCSE\n", "IGCSE91,OTHER\n", "qualifications.csv:4 [level]: The board has no qualification OTHER.")]
    [InlineData("options.csv", "STAGED", "AS", "options.csv:4 [carryForward]: \"AS\" is none of NONE, NON_EXAM, STAGED.")]
    [InlineData("deadlines.csv", "countries", "country", "deadlines.csv:1 [country]: There is no such column here; expected are series, kind, tier, at, zone, countries.")]
    [InlineData("deadlines.csv", "2026-06,ENTRY,LATE", "2026-6,ENTRY,LATE", "deadlines.csv:3 [series]: \"2026-6\" is no series.")]
    [InlineData("deadlines.csv", "ENTRY,LATE", "ENTRY,LATER", "deadlines.csv:3 [tier]: \"LATER\" is none of ON_TIME, LATE, VERY_LATE.")]
    [InlineData("deadlines.csv", "RETAKE_ENTRY", "RESIT", "deadlines.csv:5 [kind]: \"RESIT\" is none of ENTRY, RETAKE_ENTRY, ESTIMATED_ENTRIES.")]
    [InlineData("deadlines.csv", "ESTIMATED_ENTRIES,,3", "ESTIMATED_ENTRIES,LATE,3", "deadlines.csv:6 [tier]: Estimated entries are never late: their tier is ON_TIME.")]
    [InlineData("deadlines.csv", "ESTIMATED_ENTRIES,,3", "ESTIMATED_ENTRIES,,7", "deadlines.csv:6 [zone]: \"7\" is no zone.")]
    [InlineData("deadlines.csv", "Canada;United States", "Canada;\u0007", "deadlines.csv:4 [countries]: \"?\" is no display name.")]
    [InlineData("deadlines.csv", "2026-02-21T23:59:00Z", "2026-02-21", "deadlines.csv:2 [at]: \"2026-02-21\" is no instant; write 2026-08-11T05:00:00Z or 2026-08-11T06:00:00+01:00.")]
    [InlineData("deadlines.csv", "ENTRY,LATE,", "ENTRY,ON_TIME,", "deadlines.csv:3 [tier]: The same is stated in line 2 already.")]
    [InlineData("deadlines.csv", "2026-07-10T23:59:00Z", "2026-02-21T23:59:00Z", "deadlines.csv:3 [at]: The tier ON_TIME ends at 2026-02-21T23:59:00.0000000+00:00; a dearer tier ends later than a cheaper one.")]
    [InlineData("fees.csv", "91.25", "-1", "fees.csv:4 [amount]: \"-1\" is no amount; write 95 or 95.50, at most 1000000.")]
    [InlineData("fees.csv", "91.25", "91.255", "fees.csv:4 [amount]: \"91.255\" is no amount; write 95 or 95.50, at most 1000000.")]
    [InlineData("fees.csv", "91.25", "79228162514264337593543950335", "fees.csv:4 [amount]: \"79228162514264337593543950335\" is no amount; write 95 or 95.50, at most 1000000.")]
    [InlineData("fees.csv", "91.25", "1e3", "fees.csv:4 [amount]: \"1e3\" is no amount; write 95 or 95.50, at most 1000000.")]
    [InlineData("fees.csv", "gbp", "£", "fees.csv:2 [currency]: \"£\" is no currency code.")]
    [InlineData("fees.csv", "IGCSE,,LATE", "GCSE,,LATE", "fees.csv:3 [qualification]: The board has no qualification GCSE.")]
    [InlineData("fees.csv", ",,0580", ",,0581", "fees.csv:4 [syllabus]: The board has no syllabus 0581.")]
    [InlineData("fees.csv", ",,0580", ",ALEVEL,0580", "fees.csv:4 [qualification]: 0580 leads to IGCSE; leave the qualification out.")]
    [InlineData("fees.csv", ",,0580,ON_TIME", ",,,ON_TIME", "fees.csv:4 [tier]: The same is stated in line 2 already.")]
    [InlineData("timetable.csv", "EV,90", "NIGHT,90", "timetable.csv:5 [session]: \"NIGHT\" is none of AM, PM, EVENING, EV.")]
    [InlineData("timetable.csv", "EV,90", "EV,0", "timetable.csv:5 [minutes]: \"0\" is no whole number from 1 to 480.")]
    [InlineData("timetable.csv", "EV,90", "EV,4000000000", "timetable.csv:5 [minutes]: \"4000000000\" is no whole number from 1 to 480.")]
    [InlineData("timetable.csv", "3,0580,11,2026-05-04", "3,0580,11,04/05/2026", "timetable.csv:5 [date]: \"04/05/2026\" is no date; write 2009-12-31.")]
    [InlineData("timetable.csv", "3,0580,11,2026-05-04", "3,0580,11,2062-05-04", "timetable.csv:5 [date]: 2062-05-04 is not near the series 2026-06.")]
    [InlineData("timetable.csv", "3,0580,11", "3,0580,21", "timetable.csv:5 [component]: In 2026-06, zone 3, no option of 0580 has the component 21.")]
    [InlineData("timetable.csv", "1,9709,12", "1,9708,12", "timetable.csv:4 [syllabus]: The board has no syllabus 9708.")]
    [InlineData("timetable.csv", "0580,21,2026", "0580,11,2026", "timetable.csv:3 [component]: The same is stated in line 2 already.")]
    [InlineData("timetable.csv", "90\n2026-06,1,0580,21", "90\n2026-06,1,0580,=21", "timetable.csv:3 [component]: \"=21\" is no component code.")]
    public async Task One_bad_row_stops_everything_and_is_named(string file, string from, string to, string fault)
    {
        _folder.Change(file, from, to);

        var report = await LoadAsync();

        report.IsLoaded.Should().BeFalse();
        report.Faults.Select(one => one.ToString()).Should().Contain(fault);
        await using var db = _world.Open(People.Board);
        foreach (var entity in db.Model.GetEntityTypes())
            (await Rows.CountAsync(db, entity.ClrType)).Should().Be(0, $"nothing of {entity.ClrType.Name} may be loaded");
    }

    [Theory]
    [InlineData("2026-01-05T10:00:00Z")]
    [InlineData("2026-02-21T23:59:00Z")]
    [InlineData("2026-11-22T12:00:00Z")]
    [InlineData("2028-02-29T00:00:00Z")]
    public async Task The_demo_board_is_loaded_on_any_day_and_its_series_takes_entries(string day)
    {
        _world.Clock.Now = Named.At(day);
        var folder = _world.Folder.Folder("demo");
        new DemoBoard(20).Write(folder, _world.Clock.Now, TimeSpan.FromDays(30));

        (await _world.Get<BoardLoader>().LoadAsync(folder, default)).Faults.Should().BeEmpty();

        await using var db = _world.Open(People.Board);
        foreach (var series in DemoBoard.AllSeries(_world.Clock.Now).Select(Named.Series))
        {
            var deadlines = await db.Deadlines.Where(one => one.Series == series).ToListAsync();
            foreach (var centre in await db.Centres.ToListAsync())
            {
                var calendar = new EntryCalendar(centre, deadlines);
                calendar.TierAt(isRetake: false, _world.Clock.Now).Should().NotBeNull($"{centre.Number} can enter for {series}");
                calendar.HasRetakes.Should().Be(series.Month == 11);
            }
        }
    }
}
