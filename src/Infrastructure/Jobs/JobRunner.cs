using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Exams.Infrastructure.Jobs;

/// <summary>Takes due jobs one by one and sees them through: leased while they run, tried again on a ladder, given up at its end.</summary>
internal sealed partial class JobRunner(
    ExamsDbSource source, Writer writer, IEnumerable<IJobWork> works, IDice dice, TimeProvider clock, ILogger<JobRunner> log)
{
    /// <summary>How long a lease lasts unless it is renewed.</summary>
    public static readonly TimeSpan LeaseLife = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan _renewEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _waitAgain = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan[] _ladder =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
    ];

    // A job that kills the process again and again must end some time; a machine that is switched off now and then must not end it.
    private const int MostStarts = 100;

    private readonly Dictionary<string, IJobWork> _works = works.ToDictionary(work => work.Kind);

    /// <summary>Does one due job, if there is one.</summary>
    /// <param name="shortOnly">Leaves long ones to somebody else.</param>
    /// <param name="ct">Stops; the job is left to its lease.</param>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RunOneAsync(bool shortOnly, CancellationToken ct)
    {
        if (await ClaimAsync(shortOnly, ct) is not { } job)
            return false;
        var lease = new JobLease(job, writer, clock);
        var work = _works[job.Kind];
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = RenewAsync(lease, done);
        try
        {
            if (job.Starts > MostStarts)
                throw new InvalidOperationException("The job was begun too often and never ended.");
            await work.RunAsync(lease, done.Token);
        }
        catch (LeaseLostException)
        {
            Lost(job.Id, job.Kind);
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // Stopping, or the lease was lost: whoever takes the job next begins it again.
        }
        catch (JobMustWaitException wait)
        {
            await PutBackAsync(job, clock.GetUtcNow() + _waitAgain, wait.Message, failed: false, ct);
        }
        catch (Exception failure)
        {
            Failed(failure, job.Id, job.Kind);
            await FailAsync(job, lease, work, failure, ct);
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
        }

        return true;
    }

    /// <summary>When the next job is due; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(bool shortOnly, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("jobs"));
        var jobs = Theirs(db, shortOnly);
        var queued = await jobs.Where(job => job.State == JobState.Queued).MinAsync(job => (DateTimeOffset?)job.DueAt, ct);
        var leased = await jobs.Where(job => job.State == JobState.Leased).MinAsync(job => job.LeasedUntil, ct);
        return queued is null || leased < queued ? leased ?? queued : queued;
    }

    /// <summary>Frees every lease. Only where this process is the only one: its predecessor is dead and will not come back for them.</summary>
    public Task FreeLeasesAsync(CancellationToken ct) =>
        writer.WriteAsync("jobs", async writing => await writing.Db.Set<Job>().Where(job => job.State == JobState.Leased)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.State, JobState.Queued), ct), ct);

    // Every writer waits its turn, so nobody else can take the job between finding it and leasing it.
    private async Task<Job?> ClaimAsync(bool shortOnly, CancellationToken ct)
    {
        if (!await AnyDueAsync(shortOnly, ct))
            return null;
        Job? claimed = null;
        await writer.WriteAsync("jobs", async writing =>
        {
            var now = clock.GetUtcNow();
            var jobs = writing.Db.Set<Job>();
            var id = await Due(Theirs(writing.Db, shortOnly), now)
                .OrderBy(job => job.DueAt).ThenBy(job => job.Id).Select(job => (long?)job.Id).FirstOrDefaultAsync(ct);
            if (id is null)
                return;
            await jobs.Where(job => job.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(job => job.State, JobState.Leased).SetProperty(job => job.Lease, NewLease())
                    .SetProperty(job => job.LeasedUntil, (DateTimeOffset?)(now + LeaseLife)).SetProperty(job => job.Starts, job => job.Starts + 1),
                ct);
            claimed = await jobs.AsNoTracking().SingleAsync(job => job.Id == id, ct);
        }, ct);
        return claimed;
    }

    private async Task<bool> AnyDueAsync(bool shortOnly, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("jobs"));
        return await Due(Theirs(db, shortOnly), db.Instant).AnyAsync(ct);
    }

    private IQueryable<Job> Theirs(ExamsDb db, bool shortOnly)
    {
        var kinds = _works.Values.Where(work => work.IsShort || !shortOnly).Select(work => work.Kind).ToList();
        return db.Set<Job>().Where(job => kinds.Contains(job.Kind));
    }

    private static IQueryable<Job> Due(IQueryable<Job> jobs, DateTimeOffset now) => jobs.Where(
        job => (job.State == JobState.Queued && job.DueAt <= now) || (job.State == JobState.Leased && job.LeasedUntil <= now));

    private async Task FailAsync(Job job, JobLease lease, IJobWork work, Exception failure, CancellationToken ct)
    {
        // Only its kind: a message may carry anything.
        var fault = failure.GetType().Name;
        if (job.Failures < _ladder.Length && job.Starts <= MostStarts)
        {
            await PutBackAsync(job, clock.GetUtcNow() + _ladder[job.Failures], fault, failed: true, ct);
            return;
        }

        await writer.WriteAsync("jobs", async writing =>
        {
            var now = clock.GetUtcNow();
            var given = await Held(writing.Db, job).ExecuteUpdateAsync(
                set => set.SetProperty(one => one.State, JobState.Failed).SetProperty(one => one.Fault, fault)
                    .SetProperty(one => one.EndedAt, (DateTimeOffset?)now),
                ct);
            if (given > 0)
                await work.GiveUpAsync(lease, writing, ct);
        }, ct);
    }

    private Task PutBackAsync(Job job, DateTimeOffset dueAt, string fault, bool failed, CancellationToken ct) =>
        writer.WriteAsync("jobs", async writing => await Held(writing.Db, job).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, JobState.Queued).SetProperty(one => one.DueAt, dueAt).SetProperty(one => one.Fault, fault)
                .SetProperty(one => one.Failures, one => one.Failures + (failed ? 1 : 0)),
            ct), ct);

    private static IQueryable<Job> Held(ExamsDb db, Job job) =>
        db.Set<Job>().Where(one => one.Id == job.Id && one.State == JobState.Leased && one.Lease == job.Lease);

    private static async Task RenewAsync(JobLease lease, CancellationTokenSource done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(_renewEvery, done.Token);
                await lease.WriteAsync(_ => Task.CompletedTask, done.Token);
            }
        }
        catch (LeaseLostException)
        {
            await done.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The job has ended.
        }
    }

    private string NewLease()
    {
        var random = new byte[16];
        dice.Fill(random);
        return Convert.ToHexStringLower(random);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Id} ({Kind}) was taken over by another process.")]
    private partial void Lost(long id, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Id} ({Kind}) failed.")]
    private partial void Failed(Exception failure, long id, string kind);
}
