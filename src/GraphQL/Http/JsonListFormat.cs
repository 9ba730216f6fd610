using System.Buffers;

namespace Exams.GraphQL.Http;

/// <summary>A JSON list of responses, for clients that read one JSON text.</summary>
internal sealed class JsonListFormat : ISequenceFormat
{
    /// <inheritdoc/>
    public string ContentType => "application/json; charset=utf-8";

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeepAlive => default;

    /// <inheritdoc/>
    public void Begin(IBufferWriter<byte> writer) => writer.Write("["u8);

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> writer, ReadOnlySpan<byte> json, bool isFirst)
    {
        if (!isFirst)
        {
            writer.Write(","u8);
        }

        writer.Write(json);
    }

    /// <inheritdoc/>
    public void End(IBufferWriter<byte> writer) => writer.Write("]"u8);
}
