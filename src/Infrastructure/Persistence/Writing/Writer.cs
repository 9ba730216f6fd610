using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Events;
using Exams.Infrastructure.Jobs;

namespace Exams.Infrastructure.Persistence.Writing;

/// <summary>The one way to change the data: one transaction at a time, which holds the change, its jobs, its news and its audit
/// records, and wakes those who wait only when it is committed.</summary>
/// <remarks>SQLite has one writer anyway, and begins it at once (a transaction that reads first and writes later may wait for nothing
/// and fail). PostgreSQL takes one lock for all writers, so that news are committed in the order of their numbers and what was checked
/// still holds at the commit. Sessions, which are many and tell nobody, are written aside.</remarks>
internal sealed class Writer(ExamsDbSource source, Database database, NewsSignal news, JobSignal jobs) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(1);
    private readonly SemaphoreSlim _file = new(1);
    private readonly RowPlans _plans = new();

    // The turn that whoever calls stands in: what is written there belongs to it.
    private readonly AsyncLocal<Turn?> _standing = new();

    /// <summary>Does all of the work and commits it; a refusal or an exception undoes everything.</summary>
    /// <param name="job">In whose name the service reads while it writes, such as <c>store</c>.</param>
    /// <param name="work">Decides and writes.</param>
    /// <param name="ct">Cancels until the commit begins.</param>
    public Task<Outcome<T>> WriteAsync<T>(string job, Func<Writing, Task<Outcome<T>>> work, CancellationToken ct)
        where T : class =>
        _standing.Value is { IsOpen: true } turn ? turn.WriteAsync(job, work, ct) : TakeTurnAsync(TurnKind.Whole, turn => turn.WriteAsync(job, work, ct), ct);

    /// <summary>Keeps the turn while work goes on that writes several times, and commits all of it together; a refusal or an exception undoes everything.</summary>
    /// <param name="work">Whatever it writes through this writer belongs to the turn. What it reads otherwise is as it was before.</param>
    /// <param name="ct">Cancels until the commit begins.</param>
    /// <exception cref="InvalidOperationException">Whoever calls has the turn already: it would wait for itself.</exception>
    public Task<Outcome<T>> InTurnAsync<T>(Func<Task<Outcome<T>>> work, CancellationToken ct)
        where T : class => _standing.Value is { IsOpen: true }
        ? throw new InvalidOperationException("A turn cannot be taken within a turn.")
        : TakeTurnAsync(
            TurnKind.Parts,
            async turn =>
            {
                // Other processes wait for the lock in the database; SQLite has no other processes.
                if (!database.IsSqlite)
                    await turn.BeginAsync("turn", ct);
                _standing.Value = turn;
                return await work();
            },
            ct);

    private async Task<Outcome<T>> TakeTurnAsync<T>(TurnKind kind, Func<Turn, Task<Outcome<T>>> work, CancellationToken ct)
        where T : class
    {
        await _turns.WaitAsync(ct);
        try
        {
            await using var turn = new Turn(source, database, _plans, _file, kind);
            var outcome = await work(turn);
            if (!outcome.IsDone(out _, out _))
                return outcome;
            await turn.CommitAsync(ct);
            if (turn.TellsNews)
                news.Raise();
            if (turn.OrdersJobs)
                jobs.Raise();
            return outcome;
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Does all of the work, which cannot be refused, and commits it.</summary>
    public async Task WriteAsync(string job, Func<Writing, Task> work, CancellationToken ct) =>
        await WriteAsync(job, Unrefused(work), ct);

    /// <summary>Does all of the work, which cannot be refused, and commits it without waiting for a turn: whoever signs in shall not wait until ten thousand rows are
    /// decided and written. SQLite's file still has one transaction at a time.</summary>
    /// <remarks>Nothing that is decided in a turn may rest on what is written here, and what is decided here must hold the rows that it rests on.</remarks>
    /// <exception cref="InvalidOperationException">It told news, or ordered jobs: those have an order, which is that of the turns.</exception>
    public async Task WriteAsideAsync(string job, Func<Writing, Task> work, CancellationToken ct)
    {
        await using var turn = new Turn(source, database, _plans, _file, TurnKind.Aside);
        await turn.WriteAsync(job, Unrefused(work), ct);
        if (turn.TellsNews || turn.OrdersJobs)
            throw new InvalidOperationException("News and jobs are written in a turn.");
        await turn.CommitAsync(ct);
    }

    private static Func<Writing, Task<Outcome<Writing>>> Unrefused(Func<Writing, Task> work) => async writing =>
    {
        await work(writing);
        return writing;
    };

    public void Dispose()
    {
        _turns.Dispose();
        _file.Dispose();
    }
}
