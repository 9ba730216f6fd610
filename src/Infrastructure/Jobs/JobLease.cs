using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Jobs;

/// <summary>A job in the hands of whoever does it.</summary>
internal sealed class JobLease(Job job, Writer writer, TimeProvider clock)
{
    public string Form => job.Form;

    public DateTimeOffset DueAt => job.DueAt;

    public DateTimeOffset OrderedAt => job.OrderedAt;

    /// <summary>Writes something on the way, as long as the lease holds.</summary>
    /// <exception cref="LeaseLostException">It does not; nothing was written.</exception>
    public Task WriteAsync(Func<Writing, Task> writes, CancellationToken ct) => WriteAsync(writes, ends: false, ct);

    /// <summary>Ends the job and writes what it brings, in one transaction.</summary>
    /// <exception cref="LeaseLostException">The lease does not hold any more; nothing was written.</exception>
    public Task FinishAsync(Func<Writing, Task> writes, CancellationToken ct) => WriteAsync(writes, ends: true, ct);

    private Task WriteAsync(Func<Writing, Task> writes, bool ends, CancellationToken ct) =>
        writer.WriteAsync("jobs", async writing =>
        {
            var held = writing.Db.Set<Job>().Where(one => one.Id == job.Id && one.State == JobState.Leased && one.Lease == job.Lease);
            var now = clock.GetUtcNow();
            var touched = ends
                ? await held.ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.State, JobState.Done).SetProperty(one => one.EndedAt, (DateTimeOffset?)now), ct)
                : await held.ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.LeasedUntil, (DateTimeOffset?)(now + JobRunner.LeaseLife)), ct);
            if (touched == 0)
                throw new LeaseLostException();
            await writes(writing);
        }, ct);
}
