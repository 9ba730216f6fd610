using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Sessions;

/// <summary>What signing in and out needs of the world.</summary>
public interface ISignInStore
{
    /// <summary>Finds the user of a username, and how often it failed.</summary>
    /// <param name="username">As typed; case and spaces around it do not matter.</param>
    /// <param name="source">Where the try comes from.</param>
    /// <param name="now">Now.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The user or null, and the failures within the window.</returns>
    Task<UserAttempt> FindUserAsync(string username, string source, DateTimeOffset now, CancellationToken ct);

    /// <summary>Finds the candidate of a username, and how often it failed.</summary>
    /// <param name="username">As typed; case, spaces and hyphens do not matter.</param>
    /// <param name="source">Where the try comes from.</param>
    /// <param name="now">Now.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The candidate or null, and the failures within the window.</returns>
    Task<CandidateAttempt> FindCandidateAsync(string username, string source, DateTimeOffset now, CancellationToken ct);

    /// <summary>Starts a session, or counts a failure. A session is not started when since it was found the grant was suspended,
    /// the password reissued, or the second factor's step used.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The change as given; or <see cref="SignInRefused"/>, and nothing was done.</returns>
    Task<Outcome<SignInChange>> CommitAsync(SignInChange change, CancellationToken ct);

    /// <summary>Ends a session.</summary>
    /// <param name="session">Its row.</param>
    /// <param name="at">Now.</param>
    /// <param name="audit">Who signed out.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>When it is done; ending what has ended is no fault.</returns>
    Task EndAsync(long session, DateTimeOffset at, AuditRecord audit, CancellationToken ct);
}

/// <summary>What comes of a try: a session, or one more failure.</summary>
/// <param name="Username">As typed.</param>
/// <param name="Source">Where the try came from.</param>
/// <param name="At">Now.</param>
/// <param name="Session">The session to start; null to count a failure.</param>
/// <param name="TotpStep">The second factor's time step that was used, to be compared again and kept; null without one.</param>
/// <param name="Audit">Who signed in; null for a failure.</param>
public sealed record SignInChange(string Username, string Source, DateTimeOffset At, Session? Session, long? TotpStep, AuditRecord? Audit)
{
    /// <summary>The issue of the candidate's password that was right and must still be the current one; null for users.</summary>
    /// <remarks>A reissue ends sessions; one that was about to start with the old password must not slip in behind it.</remarks>
    public int? IssueNumber { get; init; }
}
