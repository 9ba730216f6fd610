using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Exams.Infrastructure.Documents.Sealing;

/// <summary>Reads a sealed file from any position; a range costs the chunks it touches.</summary>
/// <remarks>Opening checks the last chunk, so a file that was cut off is refused before its first byte is served.</remarks>
internal sealed class UnsealingStream : Stream
{
    private const int SealedLength = ChunkCipher.ChunkLength + ChunkCipher.TagLength;

    private readonly SafeFileHandle _file;
    private readonly ChunkCipher _cipher;
    private readonly byte[] _clear;
    private readonly byte[] _sealed;
    private readonly long _bodyLength;
    private readonly long _lastIndex;
    private long _loaded = -1;
    private int _loadedLength;
    private long _position;
    private bool _disposed;

    /// <summary>Takes over the file, whose header was read already.</summary>
    /// <exception cref="CryptographicException">The file is not whole, or its key is gone.</exception>
    public UnsealingStream(SafeFileHandle file, SealHeader header, IDocumentKeys keys)
    {
        _bodyLength = RandomAccess.GetLength(file) - SealHeader.Length;
        if (_bodyLength < ChunkCipher.TagLength)
            throw new CryptographicException("The sealed file is not whole.");
        _lastIndex = (_bodyLength - 1) / SealedLength;
        if (_bodyLength - (_lastIndex * SealedLength) < ChunkCipher.TagLength)
            throw new CryptographicException("The sealed file is not whole.");
        Length = _bodyLength - ((_lastIndex + 1) * ChunkCipher.TagLength);
        _file = file;
        _cipher = new ChunkCipher(keys, header);
        _clear = ArrayPool<byte>.Shared.Rent(ChunkCipher.ChunkLength);
        _sealed = ArrayPool<byte>.Shared.Rent(SealedLength);
        try
        {
            Load(_lastIndex);
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public override bool CanRead => !_disposed;

    /// <inheritdoc/>
    public override bool CanSeek => !_disposed;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>Clear bytes in the document.</summary>
    public override long Length { get; }

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <inheritdoc/>
    /// <exception cref="CryptographicException">The chunk was tampered with; nothing of it is given out.</exception>
    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_position >= Length || buffer.IsEmpty)
            return 0;
        var index = _position / ChunkCipher.ChunkLength;
        if (_loaded != index)
            Load(index);
        var start = (int)(_position - (index * ChunkCipher.ChunkLength));
        var count = Math.Min(buffer.Length, _loadedLength - start);
        _clear.AsSpan(start, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellationToken)
            : ValueTask.FromResult(Read(buffer.Span));

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => Length,
    };

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            Release();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Load(long index)
    {
        var start = index * SealedLength;
        var sealedChunk = _sealed.AsSpan(0, (int)Math.Min(SealedLength, _bodyLength - start));
        _loaded = -1;
        var read = 0;
        while (read < sealedChunk.Length)
        {
            var count = RandomAccess.Read(_file, sealedChunk[read..], SealHeader.Length + start + read);
            if (count == 0)
                throw new CryptographicException("The sealed file is not whole.");
            read += count;
        }

        _cipher.Open(index, index == _lastIndex, sealedChunk, _clear);
        _loaded = index;
        _loadedLength = sealedChunk.Length - ChunkCipher.TagLength;
    }

    private void Release()
    {
        _cipher.Dispose();
        ArrayPool<byte>.Shared.Return(_clear, clearArray: true);
        ArrayPool<byte>.Shared.Return(_sealed);
    }
}
