using Exams.Domain.Audit;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Sessions;

/// <summary>Keeps sessions and counts failures. Finding does the same work whether or not there is anybody to find.</summary>
internal sealed class SignInStore(ExamsDbSource source, Writer writer, SessionLedger ledger, SignInReads reads, FailureNames names) : ISignInStore
{
    private static readonly Caller _self = new Caller.System("sign-in");

    public async Task<UserAttempt> FindUserAsync(string username, string address, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = source.Open(_self, now);
        var name = Askable(username).Trim().ToLowerInvariant();
        var user = await db.Set<User>().FirstOrDefaultAsync(one => one.Username == name, ct);
        var (fromHere, fromAnywhere) = await CountAsync(username, address, now, ct);
        return new UserAttempt(user, fromHere, fromAnywhere);
    }

    public async Task<CandidateAttempt> FindCandidateAsync(string username, string address, DateTimeOffset now, CancellationToken ct)
    {
        var account = await reads.FindAccountAsync(MintedText.Username(Askable(username)), ct);
        var (fromHere, fromAnywhere) = await CountAsync(username, address, now, ct);
        return new CandidateAttempt(account, fromHere, fromAnywhere);
    }

    public async Task<Outcome<SignInChange>> CommitAsync(SignInChange change, CancellationToken ct)
    {
        switch (change.Session)
        {
            case null:
                await ledger.FailAsync(names.Of(change.Username), Shorten(change.Source), change.At);
                return change;
            case { GrantId: not null }:
                return await ledger.StartAsync(change) ? change : new SignInRefused();
            default:
                return await StartUserAsync(change, change.Session, ct);
        }
    }

    public Task EndAsync(long session, DateTimeOffset at, AuditRecord audit, CancellationToken ct) =>
        writer.WriteAsideAsync("sign-in", async writing =>
        {
            var ended = await writing.Db.Set<Session>().Where(one => one.Id == session && one.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, (DateTimeOffset?)at), ct);
            if (ended > 0)
                writing.Note(audit);
        }, ct);

    private async Task<Outcome<SignInChange>> StartUserAsync(SignInChange change, Session session, CancellationToken ct)
    {
        var isStarted = true;
        await writer.WriteAsideAsync(
            "sign-in",
            async writing =>
            {
                if (change.TotpStep is { } step && await UseStepAsync(writing.Db, session, step, ct) == 0)
                {
                    isStarted = false;
                    return;
                }

                await writing.InsertAsync([session], ct);
                if (change.Audit is { } audit)
                    writing.Note(audit);
            },
            ct);
        return isStarted ? change : new SignInRefused();
    }

    private static Task<int> UseStepAsync(ExamsDb db, Session session, long step, CancellationToken ct) =>
        db.Set<User>().Where(user => user.Id == session.UserId && user.TotpLastStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.TotpLastStep, step), ct);

    private Task<(int FromHere, int FromAnywhere)> CountAsync(string username, string address, DateTimeOffset now, CancellationToken ct) =>
        reads.CountFailuresAsync(names.Of(username), Shorten(address), now - Throttle.Window, ct);

    // PostgreSQL cannot even be asked for U+0000. No username has the replacement, so it is nobody's, and the work is the same.
    private static string Askable(string username) => username.Replace('\0', '\uFFFD');

    // An address; whatever else a front door may send is cut to a length that can be kept.
    private static string Shorten(string from) => from.Length <= 64 ? from : from[..64];
}
