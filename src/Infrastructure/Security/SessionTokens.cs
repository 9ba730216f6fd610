using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Security;

/// <summary>Mints session tokens.</summary>
/// <param name="mint">Makes them.</param>
public sealed class SessionTokens(ISecretMint mint) : ISessionTokens
{
    /// <inheritdoc/>
    public MintedToken MintToken()
    {
        var token = mint.Token();
        return new MintedToken(token, TokenHash.Of(token));
    }

    /// <inheritdoc/>
    public string MintName() => mint.Username();

    /// <inheritdoc/>
    public byte[] Hash(Secret token) => TokenHash.Of(token);
}
