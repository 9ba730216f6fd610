using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Sessions;

/// <summary>An officer or a member of the board's staff signs in: password, then the second factor where it is set up.</summary>
public sealed class SignIn(ISignInStore store, IPasswordChecks checks, ISessionTokens tokens, TimeProvider clock)
{
    private const int RetryAfterSeconds = 5;

    /// <summary>What was typed.</summary>
    /// <param name="Username">The username.</param>
    /// <param name="Password">The password.</param>
    /// <param name="Code">The second factor's six digits, if they were asked for.</param>
    /// <param name="Source">Where the try comes from, as the front door names it.</param>
    public sealed record Request(string Username, Secret Password, string? Code, string Source);

    /// <summary>Does it.</summary>
    /// <param name="request">What was typed.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The session; or <see cref="SignInRefused"/>, <see cref="SecondFactorNeeded"/> or <see cref="SignInBusy"/>.</returns>
    public async Task<Outcome<SignedIn>> RunAsync(Request request, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var attempt = await store.FindUserAsync(request.Username, request.Source, at, ct);

        // Checked even when throttled: the answer must take as long as any other.
        var check = await checks.CheckAsync(attempt.User, request.Password, ct);
        if (check == PasswordCheck.Busy)
        {
            return new SignInBusy(RetryAfterSeconds);
        }

        if (attempt.LetIn(check) is not { } user)
        {
            return await FailAsync(request, at, ct);
        }

        long? step = null;
        if (user.TotpSealed is not null)
        {
            if (string.IsNullOrWhiteSpace(request.Code))
            {
                return new SecondFactorNeeded();
            }

            if ((step = checks.TotpStep(user, request.Code, at)) is null)
            {
                return await FailAsync(request, at, ct);
            }
        }

        var token = tokens.MintToken();
        var session = Session.ForUser(user, token.Hash, withSecondFactor: step is not null, at);
        var audit = new AuditRecord(at, user.AsCaller(session: 0), AuditAction.SignedIn);
        var change = new SignInChange(request.Username, request.Source, at, session, step, audit);
        return (await store.CommitAsync(change, ct)).IsDone(out _, out var late)
            ? new SignedIn(token.Token, session.ExpiresAt, user.AsCaller(session.Id))
            : late;
    }

    // Counted even when throttled, so that the answer takes as long; a window does not grow with what is counted in it.
    private async Task<Refusal> FailAsync(Request request, DateTimeOffset at, CancellationToken ct)
    {
        await store.CommitAsync(new SignInChange(request.Username, request.Source, at, Session: null, TotpStep: null, Audit: null), ct);
        return new SignInRefused();
    }
}
