using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Security;

/// <summary>Makes what nobody may guess.</summary>
public interface ISecretMint
{
    /// <summary>A candidate's password: 16 characters in four groups (<c>K7M2-P9XQ-RT4D-WB3H</c>), 80 bits.</summary>
    /// <returns>The password.</returns>
    Secret Password();

    /// <summary>A candidate's username: ten characters in two groups (<c>K7M2P-9XQRT</c>), 50 bits. Nothing of the candidate is in it.</summary>
    /// <returns>The username as printed.</returns>
    string Username();

    /// <summary>A session's or link's token: 256 bits, 43 characters that are safe in a header and an address.</summary>
    /// <returns>The token.</returns>
    Secret Token();

    /// <summary>A key for one-time codes, 160 bits (RFC 4226 section 4, R6).</summary>
    /// <returns>20 bytes.</returns>
    byte[] TotpKey();
}
