using System.Buffers;

namespace Exams.GraphQL.Http;

/// <summary><c>application/jsonl</c>: each response a line.</summary>
internal sealed class JsonLinesFormat : ISequenceFormat
{
    /// <inheritdoc/>
    public string ContentType => "application/jsonl; charset=utf-8";

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeepAlive => default;

    /// <inheritdoc/>
    public void Begin(IBufferWriter<byte> writer)
    {
        // The first line opens the text.
    }

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> writer, ReadOnlySpan<byte> json, bool isFirst)
    {
        // A line end that a scalar wrote stands between tokens, never inside a string, and means nothing.
        while (json.IndexOfAny((byte)'\n', (byte)'\r') is var end and >= 0)
        {
            writer.Write(json[..end]);
            json = json[(end + 1)..];
        }

        writer.Write(json);
        writer.Write("\n"u8);
    }

    /// <inheritdoc/>
    public void End(IBufferWriter<byte> writer)
    {
        // The text just ends.
    }
}
