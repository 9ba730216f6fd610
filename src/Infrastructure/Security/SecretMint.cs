using System.Buffers.Text;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Security;

/// <summary>Mints from the dice alone.</summary>
/// <param name="dice">The random bytes.</param>
public sealed class SecretMint(IDice dice) : ISecretMint
{
    /// <inheritdoc/>
    public Secret Password() => new(MintedText.Mint(dice, groups: 4, groupLength: 4));

    /// <inheritdoc/>
    public string Username() => MintedText.Mint(dice, groups: 2, groupLength: 5);

    /// <inheritdoc/>
    public Secret Token()
    {
        Span<byte> random = stackalloc byte[32];
        dice.Fill(random);
        return new Secret(Base64Url.EncodeToString(random));
    }

    /// <inheritdoc/>
    public byte[] TotpKey()
    {
        var key = new byte[20];
        dice.Fill(key);
        return key;
    }
}
