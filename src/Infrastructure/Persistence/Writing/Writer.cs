using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Events;
using Exams.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Writing;

/// <summary>The one way to change the data: one transaction at a time, which holds the change, its jobs, its news and its audit
/// records, and wakes those who wait only when it is committed.</summary>
/// <remarks>SQLite has one writer anyway, and begins it at once (a transaction that reads first and writes later may wait for nothing
/// and fail). PostgreSQL takes one lock for all writers, so that news are committed in the order of their numbers and what was checked
/// still holds at the commit. Sessions, which are many and tell nobody, go their own way.</remarks>
internal sealed class Writer(ExamsDbSource source, Database database, NewsSignal news, JobSignal jobs) : IDisposable
{
    private const string TakeTurn = "SELECT pg_advisory_xact_lock(7305861)";
    private const string TellOthers = "SELECT pg_notify('exams', '')";

    private readonly SemaphoreSlim _turn = new(1);
    private readonly RowPlans _plans = new();

    /// <summary>Does all of the work and commits it; a refusal or an exception undoes everything.</summary>
    /// <param name="job">In whose name the service reads while it writes, such as <c>store</c>.</param>
    /// <param name="work">Decides and writes.</param>
    /// <param name="ct">Cancels until the commit begins.</param>
    public async Task<Outcome<T>> WriteAsync<T>(string job, Func<Writing, Task<Outcome<T>>> work, CancellationToken ct)
        where T : class
    {
        await _turn.WaitAsync(ct);
        try
        {
            await using var db = source.Open(new Caller.System(job));
            db.BeginWriting();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (!database.IsSqlite)
                await db.Database.ExecuteSqlRawAsync(TakeTurn, ct);
            var writing = new Writing(db, database, _plans);
            var outcome = await work(writing);
            if (!outcome.IsDone(out _, out _))
                return outcome;
            await writing.CompleteAsync(ct);
            if (!database.IsSqlite && (writing.TellsNews || writing.OrdersJobs))
                await db.Database.ExecuteSqlRawAsync(TellOthers, ct);
            await transaction.CommitAsync(CancellationToken.None);
            if (writing.TellsNews)
                news.Raise();
            if (writing.OrdersJobs)
                jobs.Raise();
            return outcome;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Does all of the work, which cannot be refused, and commits it.</summary>
    public async Task WriteAsync(string job, Func<Writing, Task> work, CancellationToken ct) =>
        await WriteAsync<Writing>(
            job,
            async writing =>
            {
                await work(writing);
                return writing;
            },
            ct);

    public void Dispose() => _turn.Dispose();
}
