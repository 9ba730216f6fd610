using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Exams.Infrastructure.Documents.Pango;

/// <summary>Where cairo's bytes go. Cairo calls some fifty times a page with a few bytes each, so they are gathered first.</summary>
/// <remarks>An exception may not cross native frames: it is kept, cairo is told that the write failed, and the document's
/// next check finds it.</remarks>
internal sealed unsafe class PdfSink : IDisposable
{
    private const int WriteError = 11;

    private readonly Stream _target;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(32 * 1024);
    private GCHandle _self;
    private int _held;

    /// <summary>A sink over a stream that stays open.</summary>
    public PdfSink(Stream target)
    {
        _target = target;
        _self = GCHandle.Alloc(this);
    }

    /// <summary>What the stream threw, if it did.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The closure to hand to cairo.</summary>
    public nint Closure => GCHandle.ToIntPtr(_self);

    /// <summary>The function to hand to cairo.</summary>
    public static delegate* unmanaged[Cdecl]<nint, byte*, uint, int> Function => &Receive;

    /// <summary>Passes on what was gathered.</summary>
    public void Flush()
    {
        if (Failure is not null)
            throw new IOException("The stream refused the document.", Failure);
        Drain();
    }

    /// <summary>Frees the closure. No surface may use it any more.</summary>
    public void Dispose()
    {
        _self.Free();
        // Wiped, because pages hold passwords.
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Receive(nint closure, byte* data, uint length) =>
        ((PdfSink)GCHandle.FromIntPtr(closure).Target!).Take(new ReadOnlySpan<byte>(data, (int)length));

    private int Take(ReadOnlySpan<byte> data)
    {
        if (Failure is not null)
            return WriteError;
        try
        {
            while (!data.IsEmpty)
            {
                if (_held == _buffer.Length)
                    Drain();
                var count = Math.Min(data.Length, _buffer.Length - _held);
                data[..count].CopyTo(_buffer.AsSpan(_held));
                _held += count;
                data = data[count..];
            }

            return 0;
        }
#pragma warning disable CA1031 // whatever the stream throws, it may not unwind through cairo's frames
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Failure = failure;
            return WriteError;
        }
    }

    private void Drain()
    {
        _target.Write(_buffer, 0, _held);
        _held = 0;
    }
}
