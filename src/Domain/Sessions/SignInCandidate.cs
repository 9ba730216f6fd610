using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Sessions;

/// <summary>A candidate signs in with what the sheet says.</summary>
public sealed class SignInCandidate(ISignInStore store, IPasswordChecks checks, ISessionTokens tokens, TimeProvider clock)
{
    /// <summary>What was typed.</summary>
    /// <param name="Username">The username.</param>
    /// <param name="Password">The password.</param>
    /// <param name="Source">Where the try comes from, as the front door names it.</param>
    public sealed record Request(string Username, Secret Password, string Source);

    /// <summary>Does it.</summary>
    /// <param name="request">What was typed.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The session; or <see cref="SignInRefused"/>, the same for unknown, wrong, suspended and throttled.</returns>
    public async Task<Outcome<SignedIn>> RunAsync(Request request, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var attempt = await store.FindCandidateAsync(request.Username, request.Source, at, ct);

        // Checked in every case: the answer must take as long as any other.
        var isRight = checks.IsRight(attempt.Account?.Credential, request.Password);
        if (attempt.LetIn(isRight) is not { } account)
        {
            // Counted even when throttled, so that the answer takes as long; a window does not grow with what is counted in it.
            await store.CommitAsync(new SignInChange(request.Username, request.Source, at, Session: null, TotpStep: null, Audit: null), ct);
            return new SignInRefused();
        }

        var token = tokens.MintToken();
        var session = Session.ForCandidate(account.Credential.GrantId, token.Hash, at);
        var audit = new AuditRecord(at, account.AsCaller(session: 0), AuditAction.SignedIn)
        {
            Centre = account.Centre,
            Series = account.Series,
            Candidate = account.Number,
        };
        var change = new SignInChange(request.Username, request.Source, at, session, TotpStep: null, audit)
        {
            IssueNumber = account.Credential.IssueNumber,
        };
        return (await store.CommitAsync(change, ct)).IsDone(out _, out var late)
            ? new SignedIn(token.Token, session.ExpiresAt, account.AsCaller(session.Id))
            : late;
    }
}
