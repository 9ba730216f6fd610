using Exams.Domain.Bulk;
using Exams.Domain.Entries;
using Exams.Domain.Files;
using Exams.World;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Tests.Files;

/// <summary>Bad rows of every kind in one file of a thousand: each is reported once and at its place, and what is written is exactly what
/// the policy says.</summary>
public abstract class BadFileTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private BadFile _file = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await SchoolYear.SeedAsync(World);
        _file = await BadFile.MakeAsync(World);
    }

    [Fact]
    public void The_file_has_a_thousand_rows_and_every_kind_of_bad_one_several_times()
    {
        _file.Expected.Should().HaveCount(BadFile.Rows / 4);
        _file.Expected.GroupBy(one => one.Code).Should().HaveCount(BadFile.Codes.Count());
        (BadFile.Rows / 4 / BadFile.KindsOfBad).Should().BeGreaterThan(3);
        (_file.Good.Made + _file.Good.Amended + _file.Good.Withdrawn + _file.Good.Unchanged).Should().Be(BadFile.Rows * 3 / 4);
    }

    [Fact]
    public async Task Under_reject_all_every_bad_row_is_reported_once_at_its_place_and_nothing_is_written()
    {
        var before = await StateAsync();

        var imported = await World.ImportEntriesAsync(_file.Text);

        Check(imported);
        imported.IsWritten.Should().BeFalse();
        (await StateAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Under_reject_failed_rows_the_same_is_reported_and_exactly_the_good_rows_are_written()
    {
        var before = await CountAsync();

        var imported = await World.ImportEntriesAsync(_file.Text, ErrorPolicy.RejectFailedRows);

        Check(imported);
        imported.IsWritten.Should().BeTrue();
        var after = await CountAsync();
        var (made, _, withdrawn, _) = _file.Good;
        (after.Active - before.Active, after.Withdrawn - before.Withdrawn).Should().Be((made - withdrawn, withdrawn));
        (after.News - before.News).Should().Be(made + _file.Good.Amended + withdrawn, "each row that changed something is told of once");
        await using var db = World.Open(People.Board);
        var good = imported.Done.Where(row => row.Row.Refusals.Count == 0).Select(row => row.Row.Entry!.Id).ToList();
        good.Should().OnlyHaveUniqueItems().And.NotContain(0);
        (await db.Entries.CountAsync(entry => good.Contains(entry.Id))).Should().Be(BadFile.Rows * 3 / 4);
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_the_same_file_a_second_time_changes_nothing()
    {
        var before = await StateAsync();
        var dry = await World.ImportEntriesAsync(_file.Text, ErrorPolicy.RejectFailedRows, dryRun: true);
        Check(dry);
        dry.IsWritten.Should().BeFalse();
        (await StateAsync()).Should().Be(before);

        await World.ImportEntriesAsync(_file.Text, ErrorPolicy.RejectFailedRows);
        var once = await StateAsync();
        var again = await World.ImportEntriesAsync(_file.Text, ErrorPolicy.RejectFailedRows);

        again.Places().Should().Equal(dry.Places());
        again.Done.Where(row => row.Row.Refusals.Count == 0).Should().OnlyContain(row => row.Row.Action == EntryAction.Unchanged);
        (await StateAsync()).Should().Be(once);
    }

    private void Check(Imported<EntryRow> imported)
    {
        var found = imported.Faults.Select(fault => (fault.Line, fault.Refusal.Code, Column: fault.Column?.Name)).ToList();
        found.Except(_file.Expected).Should().BeEmpty("nothing else is wrong");
        _file.Expected.Except(found).Should().BeEmpty("nothing that is wrong is passed over");
        found.Should().Equal(_file.Expected, "each is reported once, in the order of lines");
        var counts = imported.Done.CountBy(row => row.Row.Action).ToDictionary();
        (counts[EntryAction.Made], counts[EntryAction.Amended], counts[EntryAction.Withdrawn], counts[EntryAction.Unchanged]).Should().Be(_file.Good);
        imported.Remarks.Count(remark => remark.Kind == FileWarningKind.ReadAs).Should().BePositive("zeros were put back, and said so");
    }

    private async Task<(int Active, int Withdrawn, int News)> CountAsync()
    {
        await using var db = World.Open(People.Board);
        return (
            await db.Entries.CountAsync(entry => entry.Status == EntryStatus.Active),
            await db.Entries.CountAsync(entry => entry.Status == EntryStatus.Withdrawn),
            await db.News.CountAsync());
    }

    private async Task<string> StateAsync()
    {
        await using var db = World.Open(People.Board);
        var entries = await db.Entries.OrderBy(entry => entry.Id).ToListAsync();
        var rows = entries.Select(entry => $"{entry.Id} {entry.Syllabus} {entry.Option} {entry.Status} {entry.ExternalReference}");
        return string.Join('\n', rows.Append($"{await db.News.CountAsync()} {await db.Audit.CountAsync()} {await db.FeeLines.CountAsync()}"));
    }
}

public sealed class BadFilesOnSqliteTests() : BadFileTests(null);

public sealed class BadFilesOnPostgresTests(PrivatePostgres postgres) : BadFileTests(postgres);
