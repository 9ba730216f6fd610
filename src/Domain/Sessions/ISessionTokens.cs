using Exams.Domain.Vocabulary;

namespace Exams.Domain.Sessions;

/// <summary>Makes the tokens by which sessions and download links are known.</summary>
public interface ISessionTokens
{
    /// <summary>Makes a token of at least 256 random bits.</summary>
    /// <returns>The token for the client, and the hash that is kept.</returns>
    MintedToken MintToken();

    /// <summary>Makes a name for a client, which nobody can guess or confuse and which is no secret.</summary>
    /// <returns>The name.</returns>
    string MintName();

    /// <summary>Hashes a token that somebody shows.</summary>
    /// <param name="token">The token.</param>
    /// <returns>What was kept, if it is one of ours.</returns>
    byte[] Hash(Secret token);
}

/// <summary>A token fresh from the mint.</summary>
/// <param name="Token">The clear text, for the client alone.</param>
/// <param name="Hash">What is kept.</param>
public sealed record MintedToken(Secret Token, byte[] Hash);
