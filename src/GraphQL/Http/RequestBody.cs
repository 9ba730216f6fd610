using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Exams.GraphQL.Http;

/// <summary>A request body in memory: the server's own buffer when it came in one piece, a copy otherwise. Gone when disposed.</summary>
internal readonly struct RequestBody : IDisposable
{
    private readonly PipeReader _reader;
    private readonly ReadOnlySequence<byte> _buffer;
    private readonly byte[]? _copy;

    private RequestBody(PipeReader reader, ReadOnlySequence<byte> buffer)
    {
        _reader = reader;
        _buffer = buffer;
        if (buffer.IsSingleSegment)
        {
            Bytes = buffer.First;
        }
        else
        {
            _copy = ArrayPool<byte>.Shared.Rent((int)buffer.Length);
            buffer.CopyTo(_copy);
            Bytes = _copy.AsMemory(0, (int)buffer.Length);
        }
    }

    /// <summary>The whole body.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Reads to the end, or until there is too much.</summary>
    /// <returns>The body, or null when it is longer than allowed.</returns>
    public static async ValueTask<RequestBody?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            if (result.Buffer.Length > maxBytes)
            {
                reader.AdvanceTo(result.Buffer.End);
                return null;
            }

            if (result.IsCompleted)
            {
                return new RequestBody(reader, result.Buffer);
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.AdvanceTo(_buffer.End);
        if (_copy is not null)
        {
            ArrayPool<byte>.Shared.Return(_copy);
        }
    }
}
