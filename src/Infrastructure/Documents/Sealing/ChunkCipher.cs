using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Exams.Infrastructure.Documents.Sealing;

/// <summary>AES-256-GCM over the chunks of one file.</summary>
/// <remarks>The data key is this file's alone (HKDF-SHA-256 over its salt and document), so the chunk's index can be the nonce. Index and
/// "last" flag are also authenticated with the header: a chunk moved, dropped, repeated or cut off does not open.</remarks>
internal sealed class ChunkCipher : IDisposable
{
    /// <summary>Clear bytes in every chunk but the last.</summary>
    public const int ChunkLength = 1 << 20;

    /// <summary>Bytes that sealing adds to a chunk.</summary>
    public const int TagLength = 16;

    private readonly AesGcm _aes;
    private readonly byte[] _header;

    /// <summary>Derives the file's data key.</summary>
    /// <exception cref="CryptographicException">The master key is gone or not 32 bytes long.</exception>
    public ChunkCipher(IDocumentKeys keys, SealHeader header)
    {
        var master = keys.Find(header.KeyVersion).Span;
        if (master.Length != 32)
            throw new CryptographicException($"The key ring has no document key of version {header.KeyVersion}.");
        _header = header.ToBytes();
        Span<byte> info = stackalloc byte[24 + 16];
        "exams sealed document 1\0"u8.CopyTo(info);
        header.Document.TryWriteBytes(info[24..]);
        Span<byte> key = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, key, header.Salt, info);
        _aes = new AesGcm(key, TagLength);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>Seals a chunk into <paramref name="sealedChunk"/>, which is longer by <see cref="TagLength"/>.</summary>
    public void Seal(long index, bool last, ReadOnlySpan<byte> clear, Span<byte> sealedChunk)
    {
        Span<byte> nonce = stackalloc byte[12];
        Span<byte> bound = stackalloc byte[SealHeader.Length + 9];
        Bind(index, last, nonce, bound);
        _aes.Encrypt(nonce, clear, sealedChunk[..clear.Length], sealedChunk.Slice(clear.Length, TagLength), bound);
    }

    /// <summary>Opens a chunk.</summary>
    /// <exception cref="CryptographicException">It is not the chunk that was sealed at this place of this file.</exception>
    public void Open(long index, bool last, ReadOnlySpan<byte> sealedChunk, Span<byte> clear)
    {
        Span<byte> nonce = stackalloc byte[12];
        Span<byte> bound = stackalloc byte[SealHeader.Length + 9];
        Bind(index, last, nonce, bound);
        var length = sealedChunk.Length - TagLength;
        _aes.Decrypt(nonce, sealedChunk[..length], sealedChunk.Slice(length, TagLength), clear[..length], bound);
    }

    /// <inheritdoc/>
    public void Dispose() => _aes.Dispose();

    private void Bind(long index, bool last, Span<byte> nonce, Span<byte> bound)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(nonce, index);
        _header.CopyTo(bound);
        BinaryPrimitives.WriteInt64LittleEndian(bound[SealHeader.Length..], index);
        bound[SealHeader.Length + 8] = last ? (byte)1 : (byte)0;
    }
}
