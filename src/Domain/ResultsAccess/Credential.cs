namespace Exams.Domain.ResultsAccess;

/// <summary>A candidate's username and password: one row per grant, replaced only when a password is reissued.</summary>
/// <remarks>The password is kept as a keyed hash and, so that sheets can be reprinted, sealed. Rules 32 and 33, trap T5.</remarks>
public sealed class Credential
{
    /// <summary>Keeps a minted credential for a grant.</summary>
    /// <param name="grantId">The grant's row.</param>
    /// <param name="minted">What the mint made.</param>
    /// <param name="at">Now.</param>
    public Credential(long grantId, MintedCredential minted, DateTimeOffset at)
    {
        GrantId = grantId;
        IssueNumber = 1;
        Take(minted, at);
    }

    private Credential()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The grant; unique.</summary>
    public long GrantId { get; private set; }

    /// <summary>The username; unique in the whole service, random, and kept when the password is reissued.</summary>
    public string Username { get; private set; } = "";

    /// <summary>The salt of the hash.</summary>
    public byte[] Salt { get; private set; } = [];

    /// <summary>The keyed hash of the password.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>Which key the hash was made with.</summary>
    public int KeyVersion { get; private set; }

    /// <summary>The password under seal; null once the series is closed and it was erased.</summary>
    public byte[]? Sealed { get; private set; }

    /// <summary>Counts the passwords of this grant, from 1; printed on the sheet.</summary>
    public int IssueNumber { get; private set; }

    /// <summary>When this password was issued.</summary>
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>Replaces the password; the old sheet is void from now on.</summary>
    /// <param name="minted">What the mint made, under the same username.</param>
    /// <param name="at">Now.</param>
    public void Reissue(MintedCredential minted, DateTimeOffset at)
    {
        IssueNumber++;
        Take(minted, at);
    }

    private void Take(MintedCredential minted, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(minted);
        Username = minted.Username;
        Salt = minted.Salt;
        Hash = minted.Hash;
        KeyVersion = minted.KeyVersion;
        Sealed = minted.Sealed;
        IssuedAt = at;
    }
}
