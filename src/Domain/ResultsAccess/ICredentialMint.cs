namespace Exams.Domain.ResultsAccess;

/// <summary>Makes usernames, passwords and names that cannot be guessed. The dice of the domain.</summary>
/// <remarks>The clear password never leaves the mint: it comes out hashed and sealed. Rule 33.</remarks>
public interface ICredentialMint
{
    /// <summary>Makes a password.</summary>
    /// <param name="username">The username to keep; null for a new one.</param>
    /// <returns>Username, hash and seal.</returns>
    MintedCredential MintCredential(string? username);

    /// <summary>Makes a name for a document: opaque, URL-safe, at least 128 random bits.</summary>
    /// <returns>The name.</returns>
    string MintDocumentName();
}

/// <summary>A credential fresh from the mint.</summary>
/// <param name="Username">The username.</param>
/// <param name="Salt">The salt of the hash.</param>
/// <param name="Hash">The keyed hash of the password.</param>
/// <param name="KeyVersion">Which key the hash was made with.</param>
/// <param name="Sealed">The password under seal.</param>
public sealed record MintedCredential(string Username, byte[] Salt, byte[] Hash, int KeyVersion, byte[] Sealed);
