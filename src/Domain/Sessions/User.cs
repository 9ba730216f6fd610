using Exams.Domain.Vocabulary;

namespace Exams.Domain.Sessions;

/// <summary>What a user is to the board.</summary>
public enum UserRole
{
    /// <summary>The board's staff.</summary>
    Board,

    /// <summary>An exams officer.</summary>
    Officer,

    /// <summary>A head of centre: does what an exams officer does, and makes API clients for the centre.</summary>
    Head,
}

/// <summary>A person with an own password: an exams officer, or the board's staff. Candidates are not users.</summary>
public sealed class User
{
    /// <summary>Makes a user.</summary>
    /// <param name="username">The name to sign in with, in lower case.</param>
    /// <param name="name">The person's name.</param>
    /// <param name="email">The person's address.</param>
    /// <param name="role">What the person is.</param>
    /// <param name="centres">An officer's centres; an associate's officer has several.</param>
    /// <param name="passwordHash">The hash of the password.</param>
    public User(string username, DisplayName name, EmailAddress? email, UserRole role, IEnumerable<CentreNumber> centres, string passwordHash)
    {
        Username = username;
        Name = name;
        Email = email;
        Role = role;
        Centres = [.. centres.Distinct().Order()];
        PasswordHash = passwordHash;
    }

    private User()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The name to sign in with; unique, in lower case.</summary>
    public string Username { get; private set; } = "";

    /// <summary>The person's name.</summary>
    public DisplayName Name { get; private set; }

    /// <summary>The person's address.</summary>
    public EmailAddress? Email { get; private set; }

    /// <summary>What the person is.</summary>
    public UserRole Role { get; private set; }

    /// <summary>An officer's centres, sorted; empty for the board.</summary>
    public IReadOnlyList<CentreNumber> Centres { get; private set; } = [];

    /// <summary>The hash of the password, as the password port made it.</summary>
    public string PasswordHash { get; private set; } = "";

    /// <summary>The secret of the second factor under seal; null while none is set up.</summary>
    public byte[]? TotpSealed { get; private set; }

    /// <summary>The time step of the last code that was used, so that none serves twice.</summary>
    public long TotpLastStep { get; private set; }

    /// <summary>Sets a password.</summary>
    /// <param name="passwordHash">Its hash.</param>
    public void SetPassword(string passwordHash) => PasswordHash = passwordHash;

    /// <summary>Sets up the second factor.</summary>
    /// <param name="secret">Its secret under seal.</param>
    public void SetTotp(byte[] secret)
    {
        TotpSealed = secret;
        TotpLastStep = 0;
    }

    /// <summary>The caller that this user is within a session.</summary>
    /// <param name="session">The session's row.</param>
    /// <returns>The board, or an officer of the centres.</returns>
    public Caller AsCaller(long session) => Role == UserRole.Board
        ? new Caller.Board(Id, Username, session)
        : new Caller.Officer(Id, Username, Centres.ToHashSet(), session) { IsHead = Role == UserRole.Head };
}
