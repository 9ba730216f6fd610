using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Sessions;

/// <summary>Tells who stands behind a token, as things are now: a session that was ended, a grant that was suspended or a last entry
/// that was withdrawn makes it worth nothing at once.</summary>
public sealed class SessionCallers
{
    private static readonly Caller _self = new Caller.System("sessions");

    private readonly Func<ExamsDb, byte[], DateTimeOffset, Task<Holder?>> _find = EF.CompileAsyncQuery(
        (ExamsDb db, byte[] hash, DateTimeOffset now) => (
            from session in db.Set<Session>()
            where session.TokenHash == hash && session.EndedAt == null && session.ExpiresAt > now
            select new Holder(session.Id, session.UserId, session.GrantId)).FirstOrDefault());

    private readonly Func<ExamsDb, long, DateTimeOffset, Task<Holder?>> _findById = EF.CompileAsyncQuery(
        (ExamsDb db, long id, DateTimeOffset now) => (
            from session in db.Set<Session>()
            where session.Id == id && session.EndedAt == null && session.ExpiresAt > now
            select new Holder(session.Id, session.UserId, session.GrantId)).FirstOrDefault());

    private readonly Func<ExamsDb, long, Task<Candidate?>> _findCandidate = EF.CompileAsyncQuery((ExamsDb db, long grantId) => (
        from grant in db.Grants
        where grant.Id == grantId && grant.State == GrantState.Active
        join candidate in db.Candidates on grant.CandidateId equals candidate.Id
        where db.Entries.Any(entry => entry.CandidateId == candidate.Id && entry.Status == EntryStatus.Active)
        select candidate).FirstOrDefault());

    private readonly Func<ExamsDb, long, Task<User?>> _findUser = EF.CompileAsyncQuery(
        (ExamsDb db, long id) => db.Set<User>().FirstOrDefault(user => user.Id == id));

    private readonly ExamsDbSource _source;
    private readonly TimeProvider _clock;

    internal SessionCallers(ExamsDbSource source, TimeProvider clock)
    {
        _source = source;
        _clock = clock;
    }

    /// <summary>Finds the caller of a token.</summary>
    /// <param name="token">As presented.</param>
    /// <returns>The caller; <see cref="Caller.Anonymous"/> when the token is unknown, ended, expired, or its grant is not active.</returns>
    public async Task<Caller> FindAsync(Secret token)
    {
        var now = _clock.GetUtcNow();
        await using var db = _source.Open(_self, now);
        return await WhoAsync(db, await _find(db, TokenHash.Of(token), now));
    }

    /// <summary>Looks again at a caller whose connection stays open.</summary>
    /// <param name="caller">Who was signed in when it was opened.</param>
    /// <returns>The caller as of now, for an officer with the centres of now; <see cref="Caller.Anonymous"/> when access has ended.</returns>
    public Task<Caller> RefreshAsync(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return FindAsync(caller.SessionId);
    }

    /// <summary>Finds the caller of a session's row.</summary>
    internal async Task<Caller> FindAsync(long session)
    {
        var now = _clock.GetUtcNow();
        await using var db = _source.Open(_self, now);
        return await WhoAsync(db, await _findById(db, session, now));
    }

    private async Task<Caller> WhoAsync(ExamsDb db, Holder? holder)
    {
        if (holder?.GrantId is { } grant)
        {
            return await _findCandidate(db, grant) is { } candidate
                ? new Caller.Candidate(candidate.Id, candidate.Centre, candidate.Series, candidate.Number, grant, holder.Id)
                : Caller.Anonymous;
        }

        return holder?.UserId is { } id && await _findUser(db, id) is { } user ? user.AsCaller(holder.Id) : Caller.Anonymous;
    }

    private sealed record Holder(long Id, long? UserId, long? GrantId);
}
