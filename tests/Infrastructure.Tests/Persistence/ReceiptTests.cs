using System.Text;
using Exams.Domain.Candidates;
using Exams.Domain.Receipts;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Jobs;
using Exams.Infrastructure.Persistence.Receipts;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Persistence;

/// <summary>What is done once stays done once: by two at once, after a failure, with a refusal inside, and for as long as it is promised.</summary>
public abstract class ReceiptTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private static readonly ReceiptKey _key = new("client:x", "monday-1", [1, 2, 3]);

    private IReceiptStore Receipts => World.Get<IReceiptStore>();

    [Fact]
    public async Task The_second_asking_finds_the_answer_of_the_first_and_does_nothing()
    {
        var times = 0;
        async Task<byte[]> WorkAsync()
        {
            times++;
            await RegisterAsync("Okafor: Ada");
            return "the answer"u8.ToArray();
        }

        Done(await Receipts.OnceAsync(_key, WorkAsync, default)).Answer.Should().BeNull("it was done now");
        Encoding.UTF8.GetString(Done(await Receipts.OnceAsync(_key, WorkAsync, default)).Answer!).Should().Be("the answer");

        times.Should().Be(1);
        (await CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Of_many_at_once_one_does_it_and_the_others_get_its_answer()
    {
        var times = 0;
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(one => Task.Run(async () => Done(await Receipts.OnceAsync(
            _key,
            async () =>
            {
                Interlocked.Increment(ref times);
                await RegisterAsync("Okafor: Ada");
                await Task.Delay(50);
                return BitConverter.GetBytes(one);
            },
            default)).Answer)));

        times.Should().Be(1);
        all.Count(answer => answer is null).Should().Be(1);
        all.OfType<byte[]>().Select(answer => BitConverter.ToInt32(answer)).Distinct().Should().ContainSingle();
        (await CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task The_same_key_for_something_else_is_refused_and_another_callers_key_is_another_key()
    {
        Done(await Receipts.OnceAsync(_key, () => Task.FromResult<byte[]>([]), default));

        Refused(await Receipts.OnceAsync(_key with { Input = [9] }, () => throw new InvalidOperationException(), default))
            .Should().BeOfType<KeyUsedOtherwise>().Which.At.Should().Be(World.Clock.Now);
        Done(await Receipts.OnceAsync(_key with { Owner = "client:y", Input = [9] }, () => Task.FromResult<byte[]>([]), default)).Answer.Should().BeNull();
    }

    [Fact]
    public async Task Work_that_fails_after_it_has_written_leaves_nothing_and_the_key_is_free()
    {
        var failing = () => Receipts.OnceAsync(
            _key,
            async () =>
            {
                await RegisterAsync("Okafor: Ada");
                throw new TimeoutException();
            },
            default);
        await failing.Should().ThrowAsync<TimeoutException>();
        (await CountAsync()).Should().Be(0);

        Done(await Receipts.OnceAsync(_key, () => Task.FromResult<byte[]>([7]), default)).Answer.Should().BeNull("nothing was done before");
    }

    [Fact]
    public async Task What_is_refused_within_is_undone_and_what_was_done_beside_it_stands()
    {
        Done(await Receipts.OnceAsync(
            _key,
            async () =>
            {
                await RegisterAsync("Okafor: Ada");
                (await World.Get<Writer>().WriteAsync<Writing>(
                    "test",
                    async writing =>
                    {
                        writing.Db.Add(new NumberBlock(Us123, June, Named.Candidate("0901"), Named.Candidate("0910"), World.Clock.Now));
                        await writing.Db.SaveChangesAsync();
                        return new ChangedMeanwhile();
                    },
                    default)).IsDone(out _, out _).Should().BeFalse();
                return [];
            },
            default));

        await using var db = World.Open(People.Board);
        (await db.NumberBlocks.CountAsync()).Should().Be(0);
        (await CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task What_is_kept_is_sealed_and_bound_to_its_key_and_goes_when_its_time_is_up()
    {
        Done(await Receipts.OnceAsync(_key, () => Task.FromResult("Okafor: Ada"u8.ToArray()), default));
        await using (var db = World.Open(new Caller.System("test")))
        {
            var receipt = await db.Receipts.SingleAsync();
            Encoding.UTF8.GetString(receipt.Answer).Should().NotContain("Okafor");
            World.Get<Seal>().Invoking(seal => seal.Open(receipt.Answer, "receipt:client:x:monday-2")).Should().Throw<Exception>();
        }

        // A day is promised.
        World.Clock.Now += TimeSpan.FromHours(24);
        await World.Get<Sweeper>().SweepAsync(default);
        Done(await Receipts.OnceAsync(_key, () => throw new InvalidOperationException(), default)).Answer.Should().NotBeNull();
        World.Clock.Now += Receipt.Life;
        await World.Get<Sweeper>().SweepAsync(default);
        Done(await Receipts.OnceAsync(_key, () => Task.FromResult<byte[]>([]), default)).Answer.Should().BeNull();
    }

    [Fact]
    public async Task Over_so_many_receipts_of_a_day_no_more_are_kept_for_their_owner_and_what_was_done_is_still_answered()
    {
        var few = Limited(new ReceiptLimits(Most: 3));
        for (var i = 0; i < 3; i++)
        {
            Done(await few.OnceAsync(_key with { Key = $"{i}" }, () => Task.FromResult<byte[]>([1]), default));
            World.Clock.Now += TimeSpan.FromHours(1);
        }

        Refused(await few.OnceAsync(_key, () => throw new InvalidOperationException("nothing is done"), default)).Should().Be(new TooManyKeys(TimeSpan.FromHours(21)));
        Done(await few.OnceAsync(_key with { Key = "0" }, () => throw new InvalidOperationException(), default)).Answer.Should().NotBeNull();
        Done(await few.OnceAsync(_key with { Owner = "client:y" }, () => Task.FromResult<byte[]>([1]), default)).Answer.Should().BeNull("others are not held back");
        World.Clock.Now += TimeSpan.FromHours(21);
        Done(await few.OnceAsync(_key, () => Task.FromResult<byte[]>([1]), default)).Answer.Should().BeNull("the oldest is a day old");
        Refused(await few.OnceAsync(_key with { Key = "one more" }, () => Task.FromResult<byte[]>([1]), default)).Should().Be(new TooManyKeys(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task Over_so_many_bytes_of_a_day_no_more_are_kept()
    {
        var small = Limited(new ReceiptLimits(MostBytes: 50_000));
        var answer = System.Security.Cryptography.RandomNumberGenerator.GetBytes(30_000);
        for (var i = 0; i < 2; i++)
            Done(await small.OnceAsync(_key with { Key = $"{i}" }, () => Task.FromResult(answer), default));

        Refused(await small.OnceAsync(_key, () => throw new InvalidOperationException(), default)).Should().Be(new TooManyKeys(TimeSpan.FromDays(1)));
        Done(await small.OnceAsync(_key with { Key = "1" }, () => throw new InvalidOperationException(), default)).Answer.Should().Equal(answer);
    }

    private ReceiptStore Limited(ReceiptLimits limits) =>
        new(World.Get<Infrastructure.Persistence.ExamsDbSource>(), World.Get<Writer>(), World.Get<Seal>(), limits, World.Clock);

    private async Task RegisterAsync(string name) => Done(await World.Get<RegisterCandidate>().RunAsync(
        new CandidateWish(Us123, June, null, new PersonalDetails(Named.Word<CandidateName>(name), null, null, null, null, false), null), People.Board, default));

    private async Task<int> CountAsync()
    {
        await using var db = World.Open(People.Board);
        return await db.Candidates.CountAsync();
    }
}

public sealed class ReceiptOnSqliteTests() : ReceiptTests(null);

public sealed class ReceiptOnPostgresTests(PrivatePostgres postgres) : ReceiptTests(postgres)
{
    [Fact]
    public async Task Of_two_processes_at_once_one_does_it_and_the_other_gets_its_answer()
    {
        // A second writer with locks of its own is what another process is.
        var key = new ReceiptKey("client:x", "both", [1]);
        using var otherWriter = new Writer(
            World.Get<Infrastructure.Persistence.ExamsDbSource>(), World.Get<Infrastructure.Persistence.Database>(), World.Get<Infrastructure.Events.NewsSignal>(), World.Get<JobSignal>());
        IReceiptStore other = new ReceiptStore(World.Get<Infrastructure.Persistence.ExamsDbSource>(), otherWriter, World.Get<Seal>(), new ReceiptLimits(), World.Clock);
        var times = 0;
        Task<Outcome<Repeated>> OnceAsync(IReceiptStore store) => store.OnceAsync(
            key,
            async () =>
            {
                Interlocked.Increment(ref times);
                await Task.Delay(100);
                return [1];
            },
            default);

        var both = await Task.WhenAll(OnceAsync(World.Get<IReceiptStore>()), OnceAsync(other));

        times.Should().Be(1);
        both.Select(one => Done(one).Answer).Where(answer => answer is not null).Should().ContainSingle();
    }
}
