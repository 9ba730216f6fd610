using System.Text;
using Exams.Domain.Bulk;
using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Files;
using Exams.Domain.Fees;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Jobs;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Files;

/// <summary>Files as people and programs make them: whatever is right is read, whatever is not is told at its place, and nothing is lost.</summary>
public sealed class ReadingTests() : OnADatabase(null)
{
    private const string Candidates = "Centre number,Series,Candidate number,Candidate name\n";

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public async Task A_name_in_any_script_is_read_in_every_encoding_that_says_what_it_is(string name, bool isMarked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. isMarked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Candidates + "US123,2026-06,0001,สมชาย ใจดี\nUS123,2026-06,0002,عبد الله\nUS123,2026-06,0003,𠮷田: 太郎\n")];

        var imported = Done(await World.Get<ImportCandidates>().RunAsync(
            new ImportRequest(await World.SendAsync(bytes), new SheetDefaults()), Importing.Officer, default));

        imported.Places().Should().BeEmpty();
        imported.IsWritten.Should().BeTrue();
        (await NamesAsync()).Should().Equal("สมชาย ใจดี", "عبد الله", "𠮷田: 太郎");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_told_at_their_place_and_the_other_rows_are_read()
    {
        byte[] latin = [.. Encoding.Latin1.GetBytes(Candidates + "US123,2026-06,0001,José\nUS123,2026-06,0002,Ann\nUS123,2026-06,0003,"), 0xED, 0xA0, 0x80, .. "\nUS123,2026-06,0004,Bob\n"u8];

        var imported = Done(await World.Get<ImportCandidates>().RunAsync(
            new ImportRequest(await World.SendAsync(latin), new SheetDefaults(), ErrorPolicy.RejectFailedRows), Importing.Officer, default));

        imported.Places().Should().Equal("2 [Candidate name 4] CELL_NOT_TEXT", "4 [Candidate name 4] CELL_NOT_TEXT");
        (await NamesAsync()).Should().Equal("Ann", "Bob");
    }

    [Fact]
    public async Task A_lone_surrogate_is_told_at_its_place()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Candidates + "US123,2026-06,0001,A"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("b\nUS123,2026-06,0002,Ann\n")];

        var imported = Done(await World.Get<ImportCandidates>().RunAsync(
            new ImportRequest(await World.SendAsync(bytes), new SheetDefaults(), ErrorPolicy.RejectFailedRows), Importing.Officer, default));

        imported.Places().Should().Equal("2 [Candidate name 4] CELL_NOT_TEXT");
        (await NamesAsync()).Should().Equal("Ann");
    }

    [Fact]
    public async Task What_is_no_text_at_all_is_refused_as_a_whole()
    {
        foreach (var bytes in new[] { Encoding.Unicode.GetBytes(Candidates), Encoding.UTF32.GetBytes("Centre"), [0, 1, 2, 3] })
        {
            var file = await World.SendAsync(bytes);
            Refused(await World.Get<ImportCandidates>().RunAsync(new ImportRequest(file, new SheetDefaults()), Importing.Officer, default))
                .Should().BeOfType<FileNotText>();
        }
    }

    [Theory]
    [InlineData("sep=;\nCentre number;Series;Candidate number;Candidate name\nUS123;2026-06;0001;Smith, J\nUS123;x;0002;Ann\n", "4 [Series 2] CELL_MALFORMED")]
    [InlineData("sep=\t\r\nCandidate name\tCentre number\tSeries\tCandidate number\r\n Smith, J \tUS123\t2026-06\t0001\r\n\tUS123\t2026-06\t0002\r\n", "4 [Candidate name 1] CELL_MISSING")]
    [InlineData("candidate NAME;centre;series;candidate\r\"Smith, J\";us123;June 2026;1\r\r;;;\rAnn;US123;2026-06;\r", "5 [candidate 4] CELL_MISSING")]
    [InlineData("\"Candidate name\",centre_number,SERIES,candidate-no.\n\"Smith, J\",US 123,June_2026,1\n\"Ann\nB\",US123,2026-06,2\n", "3 [Candidate name 1] CELL_MALFORMED")]
    public async Task Separators_line_ends_and_headings_are_as_they_come(string text, string place)
    {
        var imported = await World.ImportCandidatesAsync(text, ErrorPolicy.RejectFailedRows);

        imported.Places().Should().Equal(place);
        (await NamesAsync()).Should().Equal("Smith, J");
    }

    [Theory]
    [InlineData("Centre number,Series,Candidate number\nUS123,2026-06,0001\n", "1 COLUMN_MISSING")]
    [InlineData("Candidate number\n0001\n", "1 COLUMN_MISSING|1 COLUMN_MISSING|1 COLUMN_MISSING")]
    [InlineData("Centre number,Series,Candidate number,Candidate name,name,centre\n", "1 [name 5] COLUMN_TWICE|1 [centre 6] COLUMN_TWICE")]
    [InlineData("Centre number,\"Series\"x,Candidate number,Candidate name\nUS123,2026-06,0001,Ann\n", "1 ROW_MALFORMED")]
    public async Task What_is_wrong_with_the_header_is_told_there_and_nothing_is_read(string text, string places)
    {
        var imported = await World.ImportCandidatesAsync(text, ErrorPolicy.RejectFailedRows);

        string.Join('|', imported.Places()).Should().Be(places);
        imported.IsWritten.Should().BeFalse();
        (await NamesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_million_columns_a_header_of_a_megabyte_and_ten_thousand_and_one_rows_are_refused_at_once()
    {
        (await World.ImportCandidatesAsync(new string(',', 1_000_000))).Places().Should().Equal("1 ROW_MALFORMED");
        (await World.ImportCandidatesAsync(new string(',', 100))).Places().Should().Equal("1 TOO_MANY_COLUMNS");
        (await World.ImportCandidatesAsync(new string('x', 1_000_000))).Places().Should().Equal("1 ROW_MALFORMED");
        (await World.ImportCandidatesAsync('"' + new string('x', 1_000_000))).Places().Should().Equal("1 ROW_MALFORMED");
        var many = new StringBuilder(Candidates);
        for (var row = 0; row <= BulkLimits.MostRows; row++)
            many.Append("\"x\n");
        foreach (var (text, refusal) in new (string, Type)[] { (many.ToString(), typeof(TooManyRows)), ("\n\n", typeof(NoRows)), (Candidates, typeof(NoRows)), (Candidates + ",,,\n", typeof(NoRows)) })
        {
            Refused(await World.Get<ImportCandidates>().RunAsync(new ImportRequest(await World.SendAsync(text), new SheetDefaults()), Importing.Officer, default))
                .Should().BeOfType(refusal);
        }
    }

    [Fact]
    public async Task A_column_that_is_not_there_changes_nothing_and_an_empty_cell_does()
    {
        await World.ImportCandidatesAsync("Centre number,Series,Candidate number,Candidate name,Date of birth,Gender,Email,Status\nUS123,2026-06,0001,Ann,2009-02-28,f,ann@example.org,P\n");

        await World.ImportCandidatesAsync("Centre number,Series,Candidate number,Candidate name,Date of birth,Email\nUS123,2026-06,0001,Ann,2009-02-28,\n");
        (await OneAsync()).Should().BeEquivalentTo(new { Gender = Gender.Female, IsPrivate = true, Email = (EmailAddress?)null, DateOfBirth = new DateOnly(2009, 2, 28) });

        // The row ends before its gender and status: they are not said either.
        var shorter = await World.ImportCandidatesAsync("Centre number,Series,Candidate number,Candidate name,Date of birth,Gender,Status\nUS123,2026-06,0001,Ann,2009-02-28\n");
        shorter.Done.Single().Row.Action.Should().Be(CandidateAction.Unchanged);
        shorter.Remarks.Should().ContainSingle().Which.Kind.Should().Be(FileWarningKind.ShortRow);
    }

    [Fact]
    public async Task A_name_that_the_board_cannot_print_is_told_at_its_place_until_a_variation_is_given()
    {
        var told = await World.ImportCandidatesAsync(Candidates + "US123,2026-06,0001,王小明\nUS123,2026-06,0002,Ann\n");
        told.Remarks.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Line = 2, Kind = FileWarningKind.NameVariationNeeded, Column = new SheetColumn("Candidate name", 4) });

        (await World.ImportCandidatesAsync("Centre number,Series,Candidate number,Candidate name,Name variation\nUS123,2026-06,0001,王小明,wang\n", ErrorPolicy.RejectFailedRows))
            .Places().Should().Equal("2 [Name variation 5] CELL_MALFORMED");
        (await World.ImportCandidatesAsync("Centre number,Series,Candidate number,Candidate name,Name variation\nUS123,2026-06,0001,王小明,wang: xiaoming\n"))
            .Remarks.Should().BeEmpty();
        (await World.ImportCandidatesAsync(Candidates + "US123,2026-06,0001,王小明\n")).Remarks.Should().BeEmpty("the variation stays");
    }

    [Fact]
    public async Task Leaving_a_date_of_birth_out_does_not_make_somebody_else_the_same_person()
    {
        await World.ImportCandidatesAsync("Centre number,Series,Candidate number,Candidate name,Date of birth\nUS123,2026-06,0001,Ann,2009-02-28\n");

        (await World.ImportCandidatesAsync(Candidates + "US123,2026-06,0001,Ben\n")).Places().Should().Equal("2 [Candidate number 3] CANDIDATE_NUMBER_TAKEN");
    }

    [Fact]
    public async Task Centre_and_series_may_be_said_once_and_a_key_may_stand_for_the_number()
    {
        var defaults = new SheetDefaults(Us123, June);
        (await World.ImportCandidatesAsync("Candidate name,External reference\nAnn,mis-1\nBen,mis-1\nCem,\n", ErrorPolicy.RejectFailedRows, defaults: defaults))
            .Places().Should().Equal("3 [External reference 2] ROW_TWICE", "4 CELL_MISSING");
        (await World.ImportEntriesAsync("Candidate external reference,Syllabus,Option code\nmis-1,580,A\nmis-2,580,A\n", ErrorPolicy.RejectFailedRows, defaults: defaults))
            .Places().Should().Equal("3 [Candidate external reference 1] CANDIDATE_NOT_FOUND");
        await using var db = World.Open(People.Board);
        (await db.Entries.SingleAsync()).Syllabus.Should().Be(Named.Syllabus("0580"));
    }

    [Fact]
    public async Task Rows_that_are_missing_withdraw_nothing_and_the_status_does_with_its_fee()
    {
        await World.EnterAsync(Us123, 2, "0580", "9709");
        await World.Get<Writer>().WriteAsync("seed", async writing =>
        {
            var entry = await writing.Db.Entries.Where(one => one.Syllabus == Named.Syllabus("0580")).OrderBy(one => one.Id).LastAsync();
            var line = new FeeLine(entry, FeeLineKind.Entry, Domain.KeyDates.EntryTier.OnTime, new Money(9_500, Named.Word<CurrencyCode>("GBP")), World.Clock.Now);
            line.Number();
            writing.Db.Add(line);
        }, default);

        var imported = await World.ImportEntriesAsync("Centre number,Series,Candidate number,Syllabus,Option code,Status\nUS123,2026-06,0001,0580,A,\nUS123,2026-06,0002,0580,A,w\n");

        imported.Done.Select(row => row.Row.Action).Should().Equal(EntryAction.Unchanged, EntryAction.Withdrawn);
        await using var db = World.Open(People.Board);
        (await db.Entries.CountAsync(entry => entry.Status == EntryStatus.Active)).Should().Be(3);
        (await db.FeeLines.SumAsync(line => line.Hundredths)).Should().Be(0, "what was paid comes back");
        (await World.ImportEntriesAsync("Centre number,Series,Candidate number,Syllabus,Option code,Status\nUS123,2026-06,0002,0580,,withdrawn\n"))
            .Done.Single().Row.Action.Should().Be(EntryAction.Unchanged);
    }

    [Fact]
    public async Task Exams_that_come_too_close_are_warned_of_once_for_each_candidate()
    {
        await World.EnterAsync(Us123, 1);
        await World.Get<Writer>().WriteAsync("seed", writing =>
        {
            foreach (var syllabus in new[] { "0580", "9709" })
                writing.Db.Add(new Domain.KeyDates.TimetableSlot(June, Named.Zone(1), Named.Syllabus(syllabus), Named.Component("11"), new DateOnly(2026, 6, 8), Domain.KeyDates.ExamSession.Am, 150));
            return Task.CompletedTask;
        }, default);

        var imported = await World.ImportEntriesAsync("Centre number,Series,Candidate number,Syllabus,Option code\nUS123,2026-06,0001,0580,A\nUS123,2026-06,0001,9709,A\n");

        imported.IsWritten.Should().BeTrue();
        imported.Remarks.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Line = 3, Kind = FileWarningKind.ExamsTooClose, Column = new SheetColumn("Syllabus", 4) });
    }

    [Fact]
    public async Task What_was_sent_lies_sealed_and_is_swept_after_its_day()
    {
        await World.SendAsync(Candidates + "US123,2026-06,0001,Plainly Readable\n");
        var folder = Path.Combine(World.Folder.Data, "documents");
        Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Directory.GetFiles(folder).Single())).Should().NotContain("Readable");
        await World.Get<Sweeper>().SweepAsync(default);
        Directory.GetFiles(folder).Should().ContainSingle();

        World.Clock.Now += TimeSpan.FromHours(26);
        await World.Get<Sweeper>().SweepAsync(default);

        Directory.GetFiles(folder).Should().BeEmpty();
        await using var db = World.Open(People.Board);
        (await db.Set<UploadedFile>().CountAsync()).Should().Be(0);
    }

    private async Task<List<string>> NamesAsync()
    {
        await using var db = World.Open(People.Board);
        return [.. (await db.Candidates.OrderBy(one => one.Number).ToListAsync()).Select(one => one.Name.ToString())];
    }

    private async Task<Candidate> OneAsync()
    {
        await using var db = World.Open(People.Board);
        return await db.Candidates.SingleAsync();
    }
}
