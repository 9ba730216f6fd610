namespace Exams.Domain.Sessions;

/// <summary>A try to sign in as a user.</summary>
/// <param name="User">The user; null when there is none.</param>
/// <param name="FailuresFromHere">Failures under the username from the source within the window.</param>
/// <param name="FailuresFromAnywhere">Failures under the username from all sources within the window.</param>
public sealed record UserAttempt(User? User, int FailuresFromHere, int FailuresFromAnywhere)
{
    /// <summary>Whether the try comes too soon after too many failures.</summary>
    public bool IsOver => Throttle.IsOver(FailuresFromHere, FailuresFromAnywhere);

    /// <summary>Decides whether the password lets the user go on.</summary>
    /// <param name="check">What came of checking it.</param>
    /// <returns>The user; null when not, whatever the reason.</returns>
    public User? LetIn(PasswordCheck check) => !IsOver && check == PasswordCheck.Right ? User : null;
}
