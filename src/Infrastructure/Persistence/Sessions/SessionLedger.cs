using System.Collections.Concurrent;
using System.Data.Common;
using Exams.Domain.Audit;
using Exams.Domain.Entries;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Sessions;

/// <summary>Writes candidates' sessions, failed sign-ins, and what was looked at, together: whoever comes while one transaction is under way shares the
/// next. Each is told only when its transaction is committed.</summary>
/// <remarks>Aside of the writers' turns, so that nobody who signs in waits for a school's thousands of rows. On PostgreSQL, where transactions run side by side,
/// the grants and passwords that a session rests on are held; where one is being changed at that moment, the turn is waited for.</remarks>
internal sealed class SessionLedger(Writer writer)
{
    private const int MostTogether = 256;

    private readonly ConcurrentQueue<Item> _waiting = new();
    private int _writing;

    /// <summary>Starts a candidate's session, unless its grant was suspended, its last entry withdrawn or its password reissued
    /// since it was found.</summary>
    /// <returns>Whether it was started.</returns>
    public Task<bool> StartAsync(SignInChange change) => Add(new Item { Change = change, Audit = change.Audit });

    /// <summary>Counts a failed sign-in. A flood of them takes the writer's turn no oftener than anything else.</summary>
    public Task FailAsync(string who, string source, DateTimeOffset at) => Add(new Item { Failure = new Failure(who, source, at) });

    /// <summary>Keeps an audit record.</summary>
    public Task NoteAsync(AuditRecord record) => Add(new Item { Audit = record });

    private Task<bool> Add(Item item)
    {
        _waiting.Enqueue(item);
        if (Interlocked.CompareExchange(ref _writing, 1, 0) == 0)
            _ = Task.Run(DrainAsync);
        return item.Written.Task;
    }

    private async Task DrainAsync()
    {
        do
        {
            while (TakeSome() is { Count: > 0 } some)
                await WriteAsync(some);
            Volatile.Write(ref _writing, 0);
        }
        while (!_waiting.IsEmpty && Interlocked.CompareExchange(ref _writing, 1, 0) == 0);
    }

    private List<Item> TakeSome()
    {
        List<Item> some = [];
        while (some.Count < MostTogether && _waiting.TryDequeue(out var item))
            some.Add(item);
        return some;
    }

    private async Task WriteAsync(List<Item> items)
    {
        try
        {
            HashSet<Item> written = [];
            await writer.WriteAsideAsync("sessions", async writing => written = await WriteAsync(writing, items), CancellationToken.None);
            Tell(items, written);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException)
        {
            await WriteInTurnAsync(items);
        }
    }

    // One that cannot be written must not take the others with it.
    private async Task WriteInTurnAsync(List<Item> items)
    {
        try
        {
            HashSet<Item> written = [];
            await writer.WriteAsync("sessions", async writing => written = await WriteAsync(writing, items), CancellationToken.None);
            Tell(items, written);
        }
        catch (Exception failure) when (items.Count == 1)
        {
            items[0].Written.SetException(failure);
        }
        catch
        {
            foreach (var item in items)
                await WriteInTurnAsync([item]);
        }
    }

    private static void Tell(List<Item> items, HashSet<Item> written)
    {
        foreach (var item in items)
            item.Written.SetResult(written.Contains(item));
    }

    private static async Task<HashSet<Item>> WriteAsync(Writing.Writing writing, List<Item> items)
    {
        var grants = items.Where(item => item.Change is not null).Select(item => item.Change!.Session!.GrantId!.Value).Distinct().ToList();
        var good = grants.Count == 0 ? [] : await GoodAsync(writing, grants);
        HashSet<Item> written = [.. items.Where(item => item.Change is not { } change || good.Contains((change.Session!.GrantId!.Value, change.IssueNumber)))];
        await writing.InsertAsync([.. written.Where(item => item.Change is not null).Select(item => item.Change!.Session!)], CancellationToken.None);
        writing.Note(written.Where(item => item.Audit is not null).Select(item => item.Audit!));
        await CountAsync(writing, [.. items.Where(item => item.Failure is not null).Select(item => item.Failure!)]);
        return written;
    }

    private static async Task CountAsync(Writing.Writing writing, List<Failure> failures)
    {
        if (failures.Count == 0)
            return;
        await writing.HoldFailuresAsync();
        var db = writing.Db;
        var who = failures.Select(failure => failure.Who).Distinct().ToList();
        var known = await db.Set<SignInFailures>().Where(one => EF.Parameter(who).Contains(one.Who)).ToDictionaryAsync(one => (one.Who, one.Source));
        foreach (var failure in failures)
        {
            if (known.TryGetValue((failure.Who, failure.Source), out var counted))
                counted.CountOne(failure.At);
            else
                db.Add(known[(failure.Who, failure.Source)] = new SignInFailures(failure.Who, failure.Source, failure.At));
        }
    }

    private static async Task<HashSet<(long Grant, int? Issue)>> GoodAsync(Writing.Writing writing, List<long> grants)
    {
        await writing.HoldGrantsAsync(grants);
        var db = writing.Db;
        var good = await (
            from grant in db.Grants
            where EF.Parameter(grants).Contains(grant.Id) && grant.State == GrantState.Active
                && db.Entries.Any(entry => entry.CandidateId == grant.CandidateId && entry.Status == EntryStatus.Active)
            join credential in db.Credentials on grant.Id equals credential.GrantId
            select new { grant.Id, credential.IssueNumber }).ToListAsync();
        return [.. good.Select(one => (one.Id, (int?)one.IssueNumber))];
    }

    private sealed class Item
    {
        public SignInChange? Change { get; init; }

        public Failure? Failure { get; init; }

        public AuditRecord? Audit { get; init; }

        public TaskCompletionSource<bool> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed record Failure(string Who, string Source, DateTimeOffset At);
}
