namespace Exams.Domain.Clients;

/// <summary>A secret of a client. It has 256 random bits, so its hash is all that is kept; nobody sees it a second time.</summary>
public sealed class ClientSecret
{
    /// <summary>Keeps a secret.</summary>
    /// <param name="client">The client's row.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="at">Now.</param>
    public ClientSecret(long client, byte[] hash, DateTimeOffset at)
    {
        ClientRow = client;
        Hash = hash;
        CreatedAt = at;
    }

    private ClientSecret()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The client's row.</summary>
    public long ClientRow { get; private set; }

    /// <summary>The hash; unique.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it ends; null while it has no end.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Gives it an end, not later than the one it has.</summary>
    /// <param name="at">When.</param>
    public void EndAt(DateTimeOffset at) => ExpiresAt = ExpiresAt is { } end && end < at ? end : at;

    /// <summary>Whether it is good at an instant.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>False once its time is up.</returns>
    public bool IsLive(DateTimeOffset now) => ExpiresAt is not { } end || now < end;
}
