using System.Buffers;

namespace Exams.Infrastructure.Documents.Sealing;

/// <summary>Seals what is written to it, chunk by chunk. Only <see cref="Complete"/> makes the file whole: a stream that is just disposed
/// leaves a file that does not open, which is right for a run that failed.</summary>
/// <remarks>At most one chunk of clear bytes is held, in memory that is wiped before it is given back.</remarks>
internal sealed class SealingStream : Stream
{
    private readonly Stream _file;
    private readonly ChunkCipher _cipher;
    private readonly byte[] _clear = ArrayPool<byte>.Shared.Rent(ChunkCipher.ChunkLength);
    private readonly byte[] _sealed = ArrayPool<byte>.Shared.Rent(ChunkCipher.ChunkLength + ChunkCipher.TagLength);
    private int _held;
    private long _index;
    private long _length;
    private bool _completed;
    private bool _disposed;

    /// <summary>Writes the header. The file is closed with this stream.</summary>
    public SealingStream(Stream file, SealHeader header, IDocumentKeys keys)
    {
        _file = file;
        _cipher = new ChunkCipher(keys, header);
        _file.Write(header.ToBytes());
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => !_completed && !_disposed;

    /// <summary>Clear bytes written so far.</summary>
    public override long Length => _length;

    /// <inheritdoc/>
    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_completed)
            throw new InvalidOperationException("The document is complete.");
        while (!buffer.IsEmpty)
        {
            // A full chunk is held until more bytes come, because the last chunk is sealed as such.
            if (_held == ChunkCipher.ChunkLength)
                WriteChunk(last: false);
            var take = Math.Min(buffer.Length, ChunkCipher.ChunkLength - _held);
            buffer[..take].CopyTo(_clear.AsSpan(_held));
            _held += take;
            _length += take;
            buffer = buffer[take..];
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void WriteByte(byte value) => Write([value]);

    /// <summary>Seals the last chunk. Nothing can be written afterwards.</summary>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_completed)
            return;
        WriteChunk(last: true);
        _file.Flush();
        _completed = true;
    }

    /// <summary>Does nothing: a chunk leaves when it is full.</summary>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _cipher.Dispose();
            _file.Dispose();
            ArrayPool<byte>.Shared.Return(_clear, clearArray: true);
            ArrayPool<byte>.Shared.Return(_sealed);
        }

        base.Dispose(disposing);
    }

    private void WriteChunk(bool last)
    {
        _cipher.Seal(_index, last, _clear.AsSpan(0, _held), _sealed);
        _file.Write(_sealed, 0, _held + ChunkCipher.TagLength);
        _index++;
        _held = 0;
    }
}
