using Exams.Domain.ResultsAccess;

namespace Exams.Infrastructure.Security;

/// <summary>Mints credentials: the clear password goes into a hash and under a seal, and nowhere else.</summary>
/// <param name="mint">Makes usernames and passwords.</param>
/// <param name="passwords">Hashes them.</param>
/// <param name="seal">Seals them.</param>
/// <param name="dice">Names documents.</param>
public sealed class CredentialMint(ISecretMint mint, MintedPasswords passwords, Seal seal, IDice dice) : ICredentialMint
{
    /// <summary>What a sealed password is bound to.</summary>
    /// <param name="username">The credential's username.</param>
    /// <returns>The name of the record.</returns>
    public static string RecordOf(string username) => $"credential:{username}";

    /// <inheritdoc/>
    public MintedCredential MintCredential(string? username)
    {
        username ??= mint.Username();
        var password = mint.Password();
        var hash = passwords.Hash(password);
        return new MintedCredential(username, hash.Salt, hash.Hash, hash.KeyVersion, seal.Close(password, RecordOf(username)));
    }

    /// <inheritdoc/>
    public string MintDocumentName()
    {
        Span<byte> random = stackalloc byte[16];
        dice.Fill(random);
        return Convert.ToHexStringLower(random);
    }
}
