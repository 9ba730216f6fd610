using System.Security.Cryptography;
using System.Text;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Security;

/// <summary>Hashes and checks machine-made passwords in microseconds: with 80 random bits there is nothing for key stretching to add.</summary>
/// <param name="keys">Holds the keys.</param>
/// <param name="dice">Makes salts.</param>
public sealed class MintedPasswords(KeyRing keys, IDice dice)
{
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    // Longer than any minted password; a stranger's megabyte is not hashed.
    private const int MostTyped = 64;

    /// <summary>Hashes a password that was just minted.</summary>
    /// <param name="password">The clear text.</param>
    /// <returns>What to keep.</returns>
    public KeyedHash Hash(Secret password)
    {
        var salt = new byte[SaltBytes];
        dice.Fill(salt);
        var hash = new byte[HashBytes];
        Compute(keys.CurrentVersion, salt, password, hash);
        return new KeyedHash(keys.CurrentVersion, salt, hash);
    }

    /// <summary>Checks what a candidate typed. Case, spaces and hyphens do not matter. Takes the same time whether or not there is
    /// anything to compare with.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="kept">What was kept; null when there is no such credential, which is never a match.</param>
    /// <returns>Whether it is the password.</returns>
    public bool Matches(Secret typed, KeyedHash? kept)
    {
        Span<byte> hash = stackalloc byte[HashBytes];
        var computed = Compute(kept?.KeyVersion ?? keys.CurrentVersion, kept?.Salt ?? new byte[SaltBytes], typed, hash);
        return CryptographicOperations.FixedTimeEquals(hash, kept?.Hash ?? new byte[HashBytes]) & kept is not null & computed;
    }

    private bool Compute(int version, byte[] salt, Secret password, Span<byte> hash)
    {
        var key = keys.PasswordKey(version);
        var clear = MintedText.Tidy(password.Reveal());
        var fits = clear.Length <= MostTyped;
        if (!fits)
            clear = "";
        Span<byte> message = stackalloc byte[SaltBytes + MostTyped * 3];
        salt.CopyTo(message);
        var length = SaltBytes + Encoding.UTF8.GetBytes(clear, message[SaltBytes..]);
        HMACSHA256.HashData(key, message[..length], hash);
        CryptographicOperations.ZeroMemory(message);
        return fits && !key.IsEmpty;
    }
}
