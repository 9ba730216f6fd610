using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Exams.Infrastructure.Persistence.Writing;

/// <summary>The writer's turn: one transaction, in which one thing is written, or several that belong together.</summary>
/// <remarks>The transaction begins with the first thing to write. SQLite lets nobody else write from then on, and signing in shall not wait while rules
/// are applied.</remarks>
/// <param name="source">Opens the data.</param>
/// <param name="database">Which database it is.</param>
/// <param name="plans">How rows are inserted.</param>
/// <param name="file">SQLite's file, in which one transaction goes on at a time: here whoever comes first is first, where the library asks again and again.</param>
/// <param name="kind">What is written in it.</param>
internal sealed class Turn(ExamsDbSource source, Database database, RowPlans plans, SemaphoreSlim file, TurnKind kind) : IAsyncDisposable
{
    private const string TakeTurn = "SELECT pg_advisory_xact_lock(7305861)";
    private const string TellOthers = "SELECT pg_notify('exams', '')";
    private const string Mark = "written";

    private ExamsDb? _db;
    private IDbContextTransaction? _transaction;
    private bool _hasFile;
    private bool _hasWritten;

    /// <summary>False once it is over: what was started in it and outlives it has no part in it.</summary>
    public bool IsOpen { get; private set; } = true;

    public bool TellsNews { get; private set; }

    public bool OrdersJobs { get; private set; }

    /// <summary>Begins the transaction.</summary>
    /// <param name="job">In whose name the service reads while it writes.</param>
    /// <param name="ct">Cancels.</param>
    public async Task BeginAsync(string job, CancellationToken ct)
    {
        if (database.IsSqlite)
        {
            await file.WaitAsync(ct);
            _hasFile = true;
        }

        _db = source.Open(new Caller.System(job));
        _db.BeginWriting();
        _transaction = await _db.Database.BeginTransactionAsync(ct);
        if (!database.IsSqlite && kind != TurnKind.Aside)
            await _db.Database.ExecuteSqlRawAsync(TakeTurn, ct);
    }

    /// <summary>Does one thing: all of it, or none when it is refused or fails, and then the turn stands as before.</summary>
    public async Task<Outcome<T>> WriteAsync<T>(string job, Func<Writing, Task<Outcome<T>>> work, CancellationToken ct)
        where T : class
    {
        if (_db is null)
            await BeginAsync(job, ct);
        if (kind != TurnKind.Parts)
            return await WriteAsync(work, ct);
        _db!.ChangeTracker.Clear();

        // SQLite keeps a copy of every page that a savepoint may have to restore, and walks through all of them at the end of each statement: ten thousand
        // rows take it seconds. What is written first needs none: the transaction is undone, and what comes next begins another. Only this process
        // writes, and it keeps the turn; on PostgreSQL the lock would go with the transaction.
        var isMarked = !database.IsSqlite || _hasWritten;
        if (isMarked)
            await _transaction!.CreateSavepointAsync(Mark, ct);
        var isDone = false;
        try
        {
            var outcome = await WriteAsync(work, ct);
            isDone = outcome.IsDone(out _, out _);
            _hasWritten |= isDone;
            return outcome;
        }
        finally
        {
            if (!isDone)
                await (isMarked ? _transaction!.RollbackToSavepointAsync(Mark, CancellationToken.None) : EndAsync());
            if (isMarked)
                await _transaction!.ReleaseSavepointAsync(Mark, CancellationToken.None);
        }
    }

    private async Task<Outcome<T>> WriteAsync<T>(Func<Writing, Task<Outcome<T>>> work, CancellationToken ct)
        where T : class
    {
        var writing = new Writing(_db!, database, plans);
        var outcome = await work(writing);
        if (outcome.IsDone(out _, out _))
        {
            await writing.CompleteAsync(ct);
            (TellsNews, OrdersJobs) = (TellsNews || writing.TellsNews, OrdersJobs || writing.OrdersJobs);
        }

        return outcome;
    }

    /// <summary>Commits what was done.</summary>
    /// <param name="ct">Cancels until the commit begins.</param>
    public async Task CommitAsync(CancellationToken ct)
    {
        if (_transaction is null)
            return;
        if (!database.IsSqlite && (TellsNews || OrdersJobs))
            await _db!.Database.ExecuteSqlRawAsync(TellOthers, ct);
        await _transaction.CommitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        IsOpen = false;
        await EndAsync();
    }

    private async Task EndAsync()
    {
        if (_transaction is not null)
            await _transaction.DisposeAsync();
        if (_db is not null)
            await _db.DisposeAsync();
        (_transaction, _db) = (null, null);
        if (_hasFile)
            file.Release();
        _hasFile = false;
    }
}

/// <summary>What is written in a turn.</summary>
internal enum TurnKind
{
    /// <summary>One thing.</summary>
    Whole,

    /// <summary>Several things, of which one may be refused and the others stand.</summary>
    Parts,

    /// <summary>What no decision of others rests on: it waits for no writer.</summary>
    Aside,
}
