using System.Globalization;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Tests.Persistence;

/// <summary>Several things written in one turn: each of them whole or not at all, and all of them only together.</summary>
public abstract class TurnTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private Writer Writer => World.Get<Writer>();

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1 2 3", "1 2 3")]
    [InlineData("-1 2", "2")]
    [InlineData("-1 -2 3 -4 5", "3 5")]
    [InlineData("1 -2 3", "1 3")]
    [InlineData("1 -2", "1")]
    [InlineData("-1", "")]
    public async Task A_part_that_is_refused_leaves_the_others(string parts, string kept)
    {
        await Writer.InTurnAsync<string>(
            async () =>
            {
                foreach (var part in parts.Split(' ').Select(part => int.Parse(part, CultureInfo.InvariantCulture)))
                    (await WriteAsync(Math.Abs(part), refuse: part < 0)).IsDone(out _, out _).Should().Be(part > 0);
                return "done";
            },
            default);

        (await WrittenAsync()).Should().Be(kept);
    }

    [Theory]
    [InlineData("1 !2 3", "1 3")]
    [InlineData("!1 2", "2")]
    public async Task A_part_that_fails_leaves_the_others(string parts, string kept)
    {
        await Writer.InTurnAsync<string>(
            async () =>
            {
                foreach (var part in parts.Split(' '))
                {
                    var write = () => WriteAsync(part[^1] - '0', fail: part[0] == '!');
                    if (part[0] == '!')
                        await write.Should().ThrowAsync<TimeoutException>();
                    else
                        await write();
                }

                return "done";
            },
            default);

        (await WrittenAsync()).Should().Be(kept);
    }

    [Fact]
    public async Task A_turn_that_is_refused_leaves_nothing()
    {
        await Writer.InTurnAsync<string>(
            async () =>
            {
                await WriteAsync(1);
                await WriteAsync(2, refuse: true);
                await WriteAsync(3);
                return new ChangedMeanwhile();
            },
            default);

        (await WrittenAsync()).Should().BeEmpty();
        await WriteAsync(4);
        (await WrittenAsync()).Should().Be("4", "the turn was given back");
    }

    private Task<Outcome<string>> WriteAsync(int number, bool refuse = false, bool fail = false) => Writer.WriteAsync<string>(
        "test",
        async writing =>
        {
            // One by the prepared statement, one by what is tracked.
            await writing.InsertAsync([Item(number)], default);
            writing.Db.Add(Item(number));
            await writing.Db.SaveChangesAsync();
            return fail ? throw new TimeoutException() : refuse ? new ChangedMeanwhile() : "written";
        },
        default);

    private NewsItem Item(int number) => new(NewsType.BoardLoaded, World.Clock.Now) { Done = number };

    private async Task<string> WrittenAsync()
    {
        await using var db = World.Open(new Caller.System("test"));
        var all = await db.News.Where(news => news.Done != null).OrderBy(news => news.Sequence).Select(news => news.Done!.Value).ToListAsync();
        all.CountBy(one => one).Where(one => one.Value != 2).Should().BeEmpty("each part has two rows");
        return string.Join(' ', all.Distinct());
    }
}

public sealed class TurnOnSqliteTests() : TurnTests(null);

public sealed class TurnOnPostgresTests(PrivatePostgres postgres) : TurnTests(postgres);
