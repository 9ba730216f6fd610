using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Exams.Infrastructure.Documents.Sealing;

/// <summary>The first 64 bytes of a sealed file. They are in the clear but bound to every chunk, so none of them can be changed.</summary>
/// <param name="KeyVersion">Which master key the data key comes from.</param>
/// <param name="ExpiresAt">From this instant on the document is gone, to the second.</param>
/// <param name="Document">Whose document this is: a file renamed to another document's name does not open.</param>
/// <param name="Salt">32 random bytes that make the data key this file's own.</param>
internal sealed record SealHeader(int KeyVersion, DateTimeOffset ExpiresAt, Guid Document, byte[] Salt)
{
    /// <summary>Bytes before the first chunk.</summary>
    public const int Length = 64;

    private static ReadOnlySpan<byte> Magic => "EXS1"u8;

    /// <summary>A header with a fresh salt.</summary>
    public static SealHeader Fresh(int keyVersion, DateTimeOffset expiresAt, Guid document) =>
        new(keyVersion, expiresAt, document, RandomNumberGenerator.GetBytes(32));

    /// <summary>Reads a header.</summary>
    /// <returns>The header, or null when these are not the first bytes of a sealed file.</returns>
    public static SealHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length || !bytes.StartsWith(Magic))
            return null;
        var expires = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        if (expires < DateTimeOffset.MinValue.ToUnixTimeSeconds() || expires > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return null;
        return new SealHeader(
            BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
            DateTimeOffset.FromUnixTimeSeconds(expires),
            new Guid(bytes.Slice(16, 16)),
            bytes.Slice(32, 32).ToArray());
    }

    /// <summary>The header's 64 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), KeyVersion);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), ExpiresAt.ToUnixTimeSeconds());
        Document.TryWriteBytes(bytes.AsSpan(16));
        Salt.CopyTo(bytes, 32);
        return bytes;
    }
}
