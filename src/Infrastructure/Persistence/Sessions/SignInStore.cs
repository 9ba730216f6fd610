using Exams.Domain.Audit;
using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Sessions;

/// <summary>Keeps sessions and counts failures. Finding does the same work whether or not there is anybody to find.</summary>
internal sealed class SignInStore(ExamsDbSource source, Writer writer, FailureNames names) : ISignInStore
{
    private static readonly Caller _self = new Caller.System("sign-in");

    private readonly Func<ExamsDb, string, Task<Found?>> _findCandidate = EF.CompileAsyncQuery((ExamsDb db, string username) => (
        from credential in db.Credentials
        where credential.Username == username
        join grant in db.Grants on credential.GrantId equals grant.Id
        join candidate in db.Candidates on grant.CandidateId equals candidate.Id
        select new Found(
            credential,
            grant.State,
            db.Entries.Any(entry => entry.CandidateId == candidate.Id && entry.Status == EntryStatus.Active),
            candidate)).FirstOrDefault());

    private readonly Func<ExamsDb, string, string, DateTimeOffset, Task<Failures?>> _countFailures = EF.CompileAsyncQuery(
        (ExamsDb db, string who, string from, DateTimeOffset since) => db.Set<SignInFailures>()
            .Where(failures => failures.Who == who && failures.WindowStartedAt > since)
            .GroupBy(failures => failures.Who)
            .Select(group => new Failures(group.Sum(one => one.Source == from ? one.Count : 0), group.Sum(one => one.Count)))
            .FirstOrDefault());

    public async Task<UserAttempt> FindUserAsync(string username, string address, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = source.Open(_self, now);
        var name = username.Trim().ToLowerInvariant();
        var user = await db.Set<User>().FirstOrDefaultAsync(one => one.Username == name, ct);
        var failures = await CountAsync(db, username, address, now);
        return new UserAttempt(user, failures.FromHere, failures.FromAnywhere);
    }

    public async Task<CandidateAttempt> FindCandidateAsync(string username, string address, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = source.Open(_self, now);
        var found = await _findCandidate(db, MintedText.Username(username));
        var failures = await CountAsync(db, username, address, now);
        var account = found is null
            ? null
            : new CandidateAccount(
                found.Credential, found.State, found.HasActiveEntry,
                found.Candidate.Id, found.Candidate.Centre, found.Candidate.Series, found.Candidate.Number);
        return new CandidateAttempt(account, failures.FromHere, failures.FromAnywhere);
    }

    public Task<Outcome<SignInChange>> CommitAsync(SignInChange change, CancellationToken ct) =>
        writer.WriteAsync<SignInChange>("sign-in", async writing =>
        {
            if (change.Session is not { } session)
            {
                await CountOneAsync(writing.Db, change, ct);
                return change;
            }

            if (!await StillGoodAsync(writing.Db, change, session, ct))
                return new SignInRefused();
            await writing.InsertAsync([session], ct);
            if (change.Audit is { } audit)
                writing.Note(audit);
            return change;
        }, ct);

    public Task EndAsync(long session, DateTimeOffset at, AuditRecord audit, CancellationToken ct) =>
        writer.WriteAsync("sign-in", async writing =>
        {
            var ended = await writing.Db.Set<Session>().Where(one => one.Id == session && one.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, (DateTimeOffset?)at), ct);
            if (ended > 0)
                writing.Note(audit);
        }, ct);

    private static async Task<bool> StillGoodAsync(ExamsDb db, SignInChange change, Session session, CancellationToken ct)
    {
        if (session.GrantId is { } id)
        {
            return await db.Grants.AnyAsync(grant => grant.Id == id && grant.State == GrantState.Active
                && db.Credentials.Any(credential => credential.GrantId == id && credential.IssueNumber == change.IssueNumber)
                && db.Entries.Any(entry => entry.CandidateId == grant.CandidateId && entry.Status == EntryStatus.Active), ct);
        }

        return change.TotpStep is not { } step || await db.Set<User>()
            .Where(user => user.Id == session.UserId && user.TotpLastStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.TotpLastStep, step), ct) > 0;
    }

    private async Task CountOneAsync(ExamsDb db, SignInChange change, CancellationToken ct)
    {
        var who = names.Of(change.Username);
        var from = Shorten(change.Source);
        var failures = await db.Set<SignInFailures>().FirstOrDefaultAsync(one => one.Who == who && one.Source == from, ct);
        if (failures is null)
            db.Add(new SignInFailures(who, from, change.At));
        else
            failures.CountOne(change.At);
    }

    private async Task<Failures> CountAsync(ExamsDb db, string username, string from, DateTimeOffset now) =>
        await _countFailures(db, names.Of(username), Shorten(from), now - Throttle.Window) ?? new Failures(0, 0);

    // An address; whatever else a front door may send is cut to a length that can be kept.
    private static string Shorten(string from) => from.Length <= 64 ? from : from[..64];

    private sealed record Found(Credential Credential, GrantState State, bool HasActiveEntry, Candidate Candidate);

    private sealed record Failures(int FromHere, int FromAnywhere);
}
