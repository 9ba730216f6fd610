using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Exams.GraphQL.Language;

/// <summary>A growing UTF-8 buffer into which responses are written as JSON, and which can be cut back.</summary>
/// <remarks>Cutting back is how a null that reaches a non-null position undoes what was already written
/// (specification, "Handling Execution Errors"): no result tree is needed. Not safe for two writers at once.</remarks>
public sealed class JsonBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes;

    /// <summary>An empty buffer from the shared pool.</summary>
    /// <param name="capacity">Bytes to begin with.</param>
    public JsonBuffer(int capacity = 1024) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was written so far; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>Takes back everything behind a position.</summary>
    /// <param name="length">An earlier <see cref="Length"/>.</param>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length, nameof(length));
        Length = length;
    }

    /// <inheritdoc/>
    public void Advance(int count) => Length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(Length);
    }

    /// <summary>Writes bytes that are already JSON.</summary>
    /// <param name="utf8">The bytes.</param>
    public void WriteRaw(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(Length));
        Length += utf8.Length;
    }

    /// <summary>Writes bytes that are written often.</summary>
    /// <param name="piece">The bytes.</param>
    internal void WriteRaw(JsonPiece piece)
    {
        if (!piece.IsShort)
        {
            WriteRaw(piece.Bytes);
            return;
        }

        Reserve(JsonPiece.Room);
        piece.CopyShort(_bytes.AsSpan(Length));
        Length += piece.Length;
    }

    /// <summary>Writes one byte that is already JSON.</summary>
    /// <param name="value">The byte.</param>
    public void WriteRaw(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">Which of the two.</param>
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes an integer.</summary>
    /// <param name="value">The integer.</param>
    public void WriteNumber(long value)
    {
        Reserve(20);
        value.TryFormat(_bytes.AsSpan(Length), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Writes a floating-point number as <see cref="JsonNumber"/> does.</summary>
    /// <param name="value">A finite number.</param>
    public void WriteNumber(double value)
    {
        Reserve(JsonNumber.MaxLength);
        Length += JsonNumber.Format(value, _bytes.AsSpan(Length));
    }

    /// <summary>Writes a string in quotes; escapes quotes, backslashes and control characters, replaces lone surrogates by U+FFFD,
    /// and leaves everything else as it is.</summary>
    /// <param name="value">The text.</param>
    public void WriteString(ReadOnlySpan<char> value)
    {
        // A UTF-16 unit becomes at most three bytes; an escape takes at most six.
        Reserve(2 + (value.Length * 3));
        _bytes[Length++] = (byte)'"';
        var plainAscii = PlainText.Copy(value, _bytes.AsSpan(Length));
        Length += plainAscii;
        if (plainAscii < value.Length)
        {
            WriteRest(value[plainAscii..]);
        }

        WriteRaw((byte)'"');
    }

    // Escapes, and what is not ASCII.
    private void WriteRest(ReadOnlySpan<char> value)
    {
        while (true)
        {
            var stop = value.IndexOfAny(Escaped);
            var plain = stop < 0 ? value : value[..stop];
            Reserve((plain.Length * 3) + 8);
            Length += Encoding.UTF8.GetBytes(plain, _bytes.AsSpan(Length));
            if (stop < 0)
            {
                break;
            }

            WriteEscape(value[stop]);
            value = value[(stop + 1)..];
        }
    }

    /// <summary>Gives the memory back to the pool. The buffer must not be used afterwards.</summary>
    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        Length = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private void WriteEscape(char c)
    {
        switch (c)
        {
            case '"': WriteRaw("\\\""u8); break;
            case '\\': WriteRaw("\\\\"u8); break;
            case '\n': WriteRaw("\\n"u8); break;
            case '\r': WriteRaw("\\r"u8); break;
            case '\t': WriteRaw("\\t"u8); break;
            case '\b': WriteRaw("\\b"u8); break;
            case '\f': WriteRaw("\\f"u8); break;
            default:
                WriteRaw("\\u00"u8);
                WriteRaw((byte)(c < 0x10 ? '0' : '1'));
                WriteRaw((byte)"0123456789abcdef"[c & 0xF]);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Grow(count);
        }
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + count));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
