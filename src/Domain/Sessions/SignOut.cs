using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Sessions;

/// <summary>Whoever is signed in signs out; the token is worth nothing from then on.</summary>
public sealed class SignOut(ISignInStore store, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="caller">Who signs out.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>That it is done; or <see cref="NotSignedIn"/>.</returns>
    public async Task<Outcome<SignedOut>> RunAsync(Caller caller, CancellationToken ct)
    {
        if (caller.SessionId == 0)
        {
            return new NotSignedIn();
        }

        var at = clock.GetUtcNow();
        await store.EndAsync(caller.SessionId, at, new AuditRecord(at, caller, AuditAction.SignedOut), ct);
        return new SignedOut(at);
    }
}

/// <summary>A session is over.</summary>
/// <param name="At">Since when.</param>
public sealed record SignedOut(DateTimeOffset At);
