using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Sessions;

/// <summary>Tells who stands behind a token, as things are now: a session that was ended, a grant that was suspended or a last entry
/// that was withdrawn makes it worth nothing at once.</summary>
public sealed class SessionCallers
{
    private readonly ExamsDbSource _source;
    private readonly SignInReads _reads;
    private readonly TimeProvider _clock;

    internal SessionCallers(ExamsDbSource source, SignInReads reads, TimeProvider clock)
    {
        _source = source;
        _reads = reads;
        _clock = clock;
    }

    /// <summary>Finds the caller of a token.</summary>
    /// <param name="token">As presented.</param>
    /// <returns>The caller; <see cref="Caller.Anonymous"/> when the token is unknown, ended, expired, or its grant is not active.</returns>
    public async Task<Caller> FindAsync(Secret token) => await WhoAsync(await _reads.FindHolderAsync(TokenHash.Of(token), _clock.GetUtcNow()));

    /// <summary>Looks again at a caller whose connection stays open.</summary>
    /// <param name="caller">Who was signed in when it was opened.</param>
    /// <returns>The caller as of now, for an officer with the centres of now; <see cref="Caller.Anonymous"/> when access has ended.</returns>
    public Task<Caller> RefreshAsync(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return FindAsync(caller.SessionId);
    }

    /// <summary>Finds the caller of a session's row.</summary>
    internal async Task<Caller> FindAsync(long session) => await WhoAsync(await _reads.FindHolderAsync(session, _clock.GetUtcNow()));

    private async Task<Caller> WhoAsync(SessionHolder? holder)
    {
        if (holder?.Candidate is { } candidate)
            return candidate;
        if (holder is not { UserId: not null } and not { ClientId: not null })
            return Caller.Anonymous;
        await using var db = _source.Open(new Caller.System("sessions"));
        if (holder.ClientId is { } program)
        {
            var client = await db.ApiClients.FirstOrDefaultAsync(one => one.Id == program && one.RevokedAt == null);
            var session = await db.Set<Session>().FirstOrDefaultAsync(one => one.Id == holder.Session);
            return client is null || session is null
                ? Caller.Anonymous
                : client.AsCaller(session.Scopes, await db.ClientPlaces.Where(one => one.ClientRow == program).Select(one => one.Centre).ToListAsync(), session.Id);
        }

        var id = holder.UserId!.Value;
        return await db.Set<User>().FirstOrDefaultAsync(user => user.Id == id) is { } user ? user.AsCaller(holder.Session) : Caller.Anonymous;
    }
}
