using Exams.Domain.Vocabulary;

namespace Exams.Domain.Clients;

/// <summary>A program of a school or of its vendor, which signs in with a secret of its own.</summary>
public sealed class ApiClient
{
    /// <summary>Makes a client.</summary>
    /// <param name="clientId">The name that it signs in with; minted, and no secret.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="scopes">What it may do.</param>
    /// <param name="at">Now.</param>
    public ApiClient(string clientId, DisplayName name, IEnumerable<Permission> scopes, DateTimeOffset at)
    {
        ClientId = clientId;
        Name = name;
        Scopes = [.. scopes.Distinct().Order()];
        CreatedAt = at;
    }

    private ApiClient()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The name that it signs in with; unique.</summary>
    public string ClientId { get; private set; } = "";

    /// <summary>What people call it.</summary>
    public DisplayName Name { get; private set; }

    /// <summary>What it may do, sorted.</summary>
    public IReadOnlyList<Permission> Scopes { get; private set; } = [];

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was ended; null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Ends it; its tokens are worth nothing from then on.</summary>
    /// <param name="at">Now.</param>
    public void Revoke(DateTimeOffset at) => RevokedAt = at;

    /// <summary>The caller that this client is within a session.</summary>
    /// <param name="scopes">What the token was asked for.</param>
    /// <param name="centres">The centres at which it may work.</param>
    /// <param name="session">The session's row.</param>
    /// <returns>The client with the scopes that it was given and still has.</returns>
    public Caller.Client AsCaller(IEnumerable<Permission> scopes, IEnumerable<CentreNumber> centres, long session) =>
        new(Id, ClientId, scopes.Intersect(Scopes).ToHashSet(), centres.ToHashSet(), session);
}
