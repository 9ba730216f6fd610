using System.Buffers;

namespace Exams.GraphQL.Http;

/// <summary><c>multipart/mixed</c> with the boundary <c>-</c>, as incremental delivery has it: each part a response as JSON.
/// The boundary behind a part is written with it, so that the client need not wait for the next part to know that this one is whole.</summary>
internal sealed class MultipartFormat : ISequenceFormat
{
    /// <inheritdoc/>
    public string ContentType => "multipart/mixed; boundary=\"-\"";

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeepAlive => default;

    /// <inheritdoc/>
    public void Begin(IBufferWriter<byte> writer) => writer.Write("\r\n---"u8);

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> writer, ReadOnlySpan<byte> json, bool isFirst)
    {
        writer.Write("\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8);
        writer.Write(json);
        writer.Write("\r\n---"u8);
    }

    /// <inheritdoc/>
    public void End(IBufferWriter<byte> writer) => writer.Write("--\r\n"u8);
}
