using System.Buffers;

namespace Exams.GraphQL.Http;

/// <summary>Server-sent events (GraphQL over SSE, "distinct connections"): <c>next</c> for each response, then <c>complete</c>.
/// A stream that ends without <c>complete</c> was cut off, and its client may come back.</summary>
/// <param name="bareEnd">Whether <c>complete</c> has no data line; browsers do not dispatch such events.</param>
internal sealed class EventStreamFormat(bool bareEnd) : ISequenceFormat
{
    /// <inheritdoc/>
    public string ContentType => "text/event-stream; charset=utf-8";

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeepAlive => ":\n\n"u8;

    /// <inheritdoc/>
    public void Begin(IBufferWriter<byte> writer)
    {
        // The first event opens the stream.
    }

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> writer, ReadOnlySpan<byte> json, bool isFirst)
    {
        writer.Write("event: next\ndata: "u8);

        // Responses are one line, except where a scalar wrote a line end of its own.
        while (json.IndexOf((byte)'\n') is var end and >= 0)
        {
            writer.Write(json[..end]);
            writer.Write("\ndata: "u8);
            json = json[(end + 1)..];
        }

        writer.Write(json);
        writer.Write("\n\n"u8);
    }

    /// <inheritdoc/>
    public void End(IBufferWriter<byte> writer) => writer.Write(bareEnd ? "event: complete\n\n"u8 : "event: complete\ndata:\n\n"u8);
}
