using Exams.Domain.Vocabulary;

namespace Exams.Domain.Sessions;

/// <summary>One answer for unknown, wrong, suspended and throttled: whoever guesses learns nothing (trap T27).</summary>
public sealed record SignInRefused() : Refusal(
    "SIGN_IN_REFUSED", "You cannot be signed in with that. Check what you typed; after many wrong tries, wait a quarter of an hour or ask your centre.");

/// <summary>The password is right, and the second factor is asked for.</summary>
public sealed record SecondFactorNeeded() : Refusal(
    "SECOND_FACTOR_NEEDED", "Send the six digits that your authenticator shows, too.", "code");

/// <summary>Too many people sign in at this moment; try again a little later.</summary>
/// <param name="RetryAfterSeconds">How long to wait, in seconds.</param>
public sealed record SignInBusy(int RetryAfterSeconds) : Refusal(
    "SIGN_IN_BUSY", "Too many people are signing in at this moment. Please try again in a few seconds.");

/// <summary>There is no session to end.</summary>
public sealed record NotSignedIn() : Refusal("NOT_SIGNED_IN", "Nobody is signed in.");

/// <summary>The second factor's code is wrong, too old, or was used before.</summary>
public sealed record SecondFactorWrong() : Refusal(
    "SECOND_FACTOR_WRONG", "The six digits are wrong or were used before. Wait for the next ones.", "code");
