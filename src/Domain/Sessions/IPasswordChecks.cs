using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Sessions;

/// <summary>How passwords and second factors are checked. Each does the same work whether or not there is anything to check against.</summary>
public interface IPasswordChecks
{
    /// <summary>Checks a candidate's minted password.</summary>
    /// <param name="credential">The credential; null when the username is unknown.</param>
    /// <param name="typed">What was typed; case, spaces and hyphens do not matter.</param>
    /// <returns>Whether it is right; never for null.</returns>
    bool IsRight(Credential? credential, Secret typed);

    /// <summary>Checks a user's own password, behind a narrow queue.</summary>
    /// <param name="user">The user; null when the username is unknown.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether it is right, or that the queue is full.</returns>
    Task<PasswordCheck> CheckAsync(User? user, Secret typed, CancellationToken ct);

    /// <summary>Checks a second factor's code.</summary>
    /// <param name="user">A user who has one set up.</param>
    /// <param name="code">The digits as typed.</param>
    /// <param name="now">Now.</param>
    /// <returns>The time step that the code belongs to, if it is right and later than the last one used; otherwise null.</returns>
    long? TotpStep(User user, string code, DateTimeOffset now);
}

/// <summary>What came of checking a password.</summary>
public enum PasswordCheck
{
    /// <summary>It is wrong, or the user unknown.</summary>
    Wrong,

    /// <summary>It is right.</summary>
    Right,

    /// <summary>The queue is full, and nothing was checked.</summary>
    Busy,
}
