using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Security;

/// <summary>Seals small secrets for the database (AES-256-GCM), each bound to the record it belongs to: moved to another record it does
/// not open.</summary>
/// <param name="keys">Holds the keys.</param>
/// <param name="dice">Makes nonces.</param>
/// <remarks>Layout: key version (4, big endian), nonce (12), tag (16), ciphertext.</remarks>
public sealed class Seal(KeyRing keys, IDice dice)
{
    private const int VersionBytes = 4;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = VersionBytes + NonceBytes + TagBytes;

    /// <summary>Seals bytes.</summary>
    /// <param name="clear">The clear bytes.</param>
    /// <param name="record">What it belongs to, such as <c>credential:17</c>.</param>
    /// <returns>32 bytes more than the clear ones.</returns>
    public byte[] Close(ReadOnlySpan<byte> clear, string record)
    {
        var version = keys.CurrentVersion;
        var box = new byte[HeadBytes + clear.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, version);
        var nonce = box.AsSpan(VersionBytes, NonceBytes);
        dice.Fill(nonce);
        using var cipher = new AesGcm(keys.SealKey(version), TagBytes);
        cipher.Encrypt(nonce, clear, box.AsSpan(HeadBytes), box.AsSpan(VersionBytes + NonceBytes, TagBytes), Encoding.UTF8.GetBytes(record));
        return box;
    }

    /// <summary>Seals clear text.</summary>
    /// <param name="clear">The clear text.</param>
    /// <param name="record">What it belongs to.</param>
    /// <returns>The sealed bytes.</returns>
    public byte[] Close(Secret clear, string record)
    {
        var bytes = Encoding.UTF8.GetBytes(clear.Reveal());
        var box = Close(bytes, record);
        CryptographicOperations.ZeroMemory(bytes);
        return box;
    }

    /// <summary>Opens sealed bytes.</summary>
    /// <param name="box">What was sealed.</param>
    /// <param name="record">What it belongs to.</param>
    /// <returns>The clear bytes.</returns>
    /// <exception cref="CryptographicException">It was changed, belongs to another record, or its key is gone.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, string record)
    {
        if (box.Length < HeadBytes)
            throw new CryptographicException("This is not a sealed value.");
        var key = keys.SealKey(BinaryPrimitives.ReadInt32BigEndian(box));
        if (key.IsEmpty)
            throw new CryptographicException("The key of this sealed value is not in the ring.");
        var clear = new byte[box.Length - HeadBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(
            box.Slice(VersionBytes, NonceBytes), box[HeadBytes..], box.Slice(VersionBytes + NonceBytes, TagBytes), clear, Encoding.UTF8.GetBytes(record));
        return clear;
    }

    /// <summary>Opens sealed clear text.</summary>
    /// <param name="box">What was sealed.</param>
    /// <param name="record">What it belongs to.</param>
    /// <returns>The clear text.</returns>
    /// <exception cref="CryptographicException">It was changed, belongs to another record, or its key is gone.</exception>
    public Secret OpenSecret(ReadOnlySpan<byte> box, string record)
    {
        var clear = Open(box, record);
        var secret = new Secret(Encoding.UTF8.GetString(clear));
        CryptographicOperations.ZeroMemory(clear);
        return secret;
    }
}
