using System.Security.Cryptography;
using System.Text;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Security;

/// <summary>What is kept of a token: its SHA-256. A token has 256 random bits, so there is nothing to salt or stretch.</summary>
public static class TokenHash
{
    // 43 characters are minted; anything much longer is not a token.
    private const int MostTyped = 128;

    /// <summary>The hash of a token.</summary>
    /// <param name="token">As minted or presented.</param>
    /// <returns>32 bytes; for text that is too long to be a token, a hash that no token has.</returns>
    public static byte[] Of(Secret token)
    {
        var text = token.Reveal();
        return text.Length > MostTyped ? new byte[32] : SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }
}
