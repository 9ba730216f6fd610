using Exams.Domain.Sessions;

namespace Exams.Api.Accounts;

/// <summary>What an officer or the board's staff sign in with.</summary>
/// <param name="Username">The username.</param>
/// <param name="Password">The password.</param>
/// <param name="Code">The second factor's six digits, where one is set up.</param>
public sealed record SignInInput(string Username, Secret Password, string? Code);

/// <summary>What a candidate signs in with: both stand on the sheet. Case, spaces and hyphens do not matter.</summary>
/// <param name="Username">The username.</param>
/// <param name="Password">The password.</param>
public sealed record CandidateSignInInput(string Username, Secret Password);

/// <summary>What became of signing in.</summary>
/// <param name="Session">The session; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record SignInPayload(NewSession? Session, IReadOnlyList<UserError> Errors);

/// <summary>A session that has begun.</summary>
/// <param name="Token">Send it as "Authorization: Bearer …", or as "authorization" in connection_init. It is shown this once.</param>
/// <param name="ExpiresAt">When the session ends by itself. It ends at once when you sign out or lose access.</param>
/// <param name="Viewer">Who you are now.</param>
[ObjectType("Session")]
public sealed record NewSession(string Token, DateTimeOffset ExpiresAt, Viewer Viewer);

/// <summary>What became of signing out.</summary>
/// <param name="SignedOutAt">Since when the session is over; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record SignOutPayload(DateTimeOffset? SignedOutAt, IReadOnlyList<UserError> Errors);

/// <summary>Signing in and out.</summary>
[MutationType]
public static class AccountMutations
{
    /// <summary>Signs in an exams officer or the board's staff. Codes: SIGN_IN_REFUSED (the same for every reason), SECOND_FACTOR_NEEDED,
    /// SIGN_IN_BUSY.</summary>
    public static async Task<SignInPayload> SignInAsync(
        SignInInput input, SignIn verb, CurrentCaller current, SignInBusyReply busy, CancellationToken ct)
    {
        var outcome = await verb.RunAsync(new(input.Username, input.Password, input.Code, current.Source), ct);
        if (!outcome.IsDone(out _, out var refusal) && refusal is SignInBusy later)
        {
            busy.RetryAfter(later.RetryAfterSeconds);
        }

        return outcome.Present<SignedIn, SignInPayload>(input, Present);
    }

    /// <summary>Signs in a candidate. One answer, in words and in time, for unknown, wrong, suspended and throttled. Codes: SIGN_IN_REFUSED.</summary>
    public static async Task<SignInPayload> CandidateSignInAsync(
        CandidateSignInInput input, SignInCandidate verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(new(input.Username, input.Password, current.Source), ct)).Present<SignedIn, SignInPayload>(input, Present);

    /// <summary>Ends your session: its token is worth nothing from then on. Codes: NOT_SIGNED_IN.</summary>
    public static async Task<SignOutPayload> SignOutAsync(SignOut verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(current.Caller, ct)).Present<SignedOut, SignOutPayload>(input: null, (done, errors) => new(done?.At, errors));

    private static SignInPayload Present(SignedIn? done, IReadOnlyList<UserError> errors) =>
        new(done is null ? null : new NewSession(done.Token.Reveal(), done.ExpiresAt, Viewer.Of(done.Caller)), errors);
}
