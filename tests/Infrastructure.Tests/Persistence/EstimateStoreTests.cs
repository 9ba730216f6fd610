using Exams.Domain.Bulk;
using Exams.Domain.Estimates;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Persistence;

/// <summary>Estimates as they are stored.</summary>
public abstract class EstimateStoreTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private static EstimateWish Wish(CentreNumber centre, string syllabus, int count) => new(centre, June, Named.Syllabus(syllabus), count);

    private async Task<BulkOutcome<EstimateRow>> SetAsync(BulkRequest<EstimateWish> request, BoardWorld? world = null) =>
        Done(await (world ?? World).Get<SetEstimatedEntries>().RunAsync(request, OfficerOf(Us123, Uk12345), default));

    [Fact]
    public async Task Estimates_are_made_replaced_and_left_alone()
    {
        (await SetAsync(new([Wish(Us123, "0580", 10), Wish(Us123, "9709", 0), Wish(Uk12345, "0580", 99_999)]))).IsWritten.Should().BeTrue();
        World.Clock.Now = World.Clock.Now.AddDays(1);
        (await SetAsync(new([Wish(Us123, "0580", 12), Wish(Us123, "9709", 0)]))).Rows.Select(row => row.Action)
            .Should().Equal(EstimateAction.Set, EstimateAction.Unchanged);

        await using var db = World.Open(People.Board);
        (await db.EstimatedEntries.OrderBy(one => one.Centre).ThenBy(one => one.Syllabus).ToListAsync()).Select(one => $"{one.Centre} {one.Syllabus} {one.Count} {one.SetAt:dd}")
            .Should().Equal("12345 0580 99999 01", "US123 0580 12 02", "US123 9709 0 01");
        (await db.News.OrderBy(one => one.Sequence).Select(one => new { one.Type, one.Centre }).ToListAsync()).Select(one => (one.Type, one.Centre))
            .Should().Equal((NewsType.EstimatedEntriesSet, Us123), (NewsType.EstimatedEntriesSet, Uk12345), (NewsType.EstimatedEntriesSet, Us123));
    }

    [Fact]
    public async Task A_bad_row_or_a_dry_run_writes_nothing_and_good_rows_are_written_when_that_is_wanted()
    {
        EstimateWish[] rows = [Wish(Us123, "0580", 10), Wish(Us123, "0580", -1)];
        (await SetAsync(new(rows))).IsWritten.Should().BeFalse();
        (await SetAsync(new([rows[0]], DryRun: true))).IsWritten.Should().BeFalse();
        (await CountAsync()).Should().Be(0);
        (await SetAsync(new(rows, ErrorPolicy.RejectFailedRows))).IsWritten.Should().BeTrue();
        (await CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Two_who_set_one_estimate_at_once_leave_one()
    {
        await using var other = await World.OpenAnotherAsync();
        await Task.WhenAll(Enumerable.Range(1, 8).Select(count => Task.Run(() => SetAsync(new([Wish(Us123, "0580", count)]), count % 2 == 0 ? World : other))));
        (await CountAsync()).Should().Be(1);
    }

    private async Task<int> CountAsync()
    {
        await using var db = World.Open(OfficerOf(Us123));
        return await db.EstimatedEntries.CountAsync();
    }
}

public sealed class EstimateStoreOnSqliteTests() : EstimateStoreTests(null);

public sealed class EstimateStoreOnPostgresTests(PrivatePostgres postgres) : EstimateStoreTests(postgres);
