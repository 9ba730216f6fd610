using Exams.Domain.Clients;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Sessions;

/// <summary>Somebody signed in: known by the hash of an opaque token, and over at once when it is ended.</summary>
/// <remarks>A candidate's session is worth nothing without an active grant and an active entry, whatever it says itself (trap T8).</remarks>
public sealed class Session
{
    /// <summary>How long a user's session lasts.</summary>
    public static readonly TimeSpan UserLife = TimeSpan.FromHours(12);

    /// <summary>How long an API client's token lasts.</summary>
    public static readonly TimeSpan ClientLife = TimeSpan.FromHours(1);

    /// <summary>How long a candidate's session lasts.</summary>
    public static readonly TimeSpan CandidateLife = TimeSpan.FromHours(2);

    /// <summary>How long a second factor counts for fetching documents with passwords.</summary>
    public static readonly TimeSpan SecondFactorLife = TimeSpan.FromMinutes(10);

    private Session()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The hash of the token; unique.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>The user; null for a candidate.</summary>
    public long? UserId { get; private set; }

    /// <summary>The candidate's grant; null for a user. Suspending it ends the session.</summary>
    public long? GrantId { get; private set; }

    /// <summary>The API client; null for people.</summary>
    public long? ClientId { get; private set; }

    /// <summary>What an API client's token may do; empty for people.</summary>
    public IReadOnlyList<Permission> Scopes { get; private set; } = [];

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was ended; null while it was not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When the second factor was last shown; null when it never was.</summary>
    public DateTimeOffset? SecondFactorAt { get; private set; }

    /// <summary>A user's session.</summary>
    /// <param name="user">The user.</param>
    /// <param name="tokenHash">The hash of the token.</param>
    /// <param name="withSecondFactor">Whether the user showed the second factor.</param>
    /// <param name="at">Now.</param>
    /// <returns>The session.</returns>
    public static Session ForUser(User user, byte[] tokenHash, bool withSecondFactor, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new()
        {
            UserId = user.Id,
            TokenHash = tokenHash,
            StartedAt = at,
            ExpiresAt = at + UserLife,
            SecondFactorAt = withSecondFactor ? at : null,
        };
    }

    /// <summary>A candidate's session.</summary>
    /// <param name="grantId">The grant that lets the candidate in.</param>
    /// <param name="tokenHash">The hash of the token.</param>
    /// <param name="at">Now.</param>
    /// <returns>The session.</returns>
    public static Session ForCandidate(long grantId, byte[] tokenHash, DateTimeOffset at) =>
        new() { GrantId = grantId, TokenHash = tokenHash, StartedAt = at, ExpiresAt = at + CandidateLife };

    /// <summary>An API client's session.</summary>
    /// <param name="client">The client.</param>
    /// <param name="scopes">What the token may do.</param>
    /// <param name="tokenHash">The hash of the token.</param>
    /// <param name="at">Now.</param>
    /// <returns>The session.</returns>
    public static Session ForClient(ApiClient client, IEnumerable<Permission> scopes, byte[] tokenHash, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new() { ClientId = client.Id, Scopes = [.. scopes.Distinct().Order()], TokenHash = tokenHash, StartedAt = at, ExpiresAt = at + ClientLife };
    }

    /// <summary>Whether it is good at an instant.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>False once it was ended or its time is up.</returns>
    public bool IsLive(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    /// <summary>Whether the second factor was shown lately enough to fetch passwords.</summary>
    /// <param name="now">Now.</param>
    /// <returns>True within <see cref="SecondFactorLife"/>.</returns>
    public bool HasFreshSecondFactor(DateTimeOffset now) => SecondFactorAt is { } shown && now - shown < SecondFactorLife;

    /// <summary>The user showed the second factor again.</summary>
    /// <param name="at">Now.</param>
    public void ShowSecondFactor(DateTimeOffset at) => SecondFactorAt = at;

    /// <summary>Ends it.</summary>
    /// <param name="at">Now.</param>
    public void End(DateTimeOffset at) => EndedAt ??= at;
}
