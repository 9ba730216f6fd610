using System.Buffers;

namespace Exams.GraphQL.Http;

/// <summary>One way of writing several responses into one answer.</summary>
internal interface ISequenceFormat
{
    /// <summary>The value of the response header.</summary>
    string ContentType { get; }

    /// <summary>What is written now and then, so that nobody in between cuts a silent answer off; empty for nothing.</summary>
    ReadOnlySpan<byte> KeepAlive { get; }

    /// <summary>Writes what comes before the first response.</summary>
    void Begin(IBufferWriter<byte> writer);

    /// <summary>Writes a response in such a way that the client knows where it ends.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="json">The response.</param>
    /// <param name="isFirst">Whether it is the first.</param>
    void Write(IBufferWriter<byte> writer, ReadOnlySpan<byte> json, bool isFirst);

    /// <summary>Writes that nothing more comes.</summary>
    void End(IBufferWriter<byte> writer);
}

/// <summary>The formats by media type.</summary>
internal static class SequenceFormats
{
    private static readonly EventStreamFormat Events = new(bareEnd: false);
    private static readonly EventStreamFormat BareEvents = new(bareEnd: true);
    private static readonly MultipartFormat Multipart = new();
    private static readonly JsonLinesFormat Lines = new();
    private static readonly JsonListFormat List = new();

    /// <summary>The format for a media type: a JSON list where it is none for sequences.</summary>
    public static ISequenceFormat For(MediaType type, ResponseStyle style) => type switch
    {
        MediaType.EventStream => style == ResponseStyle.HotChocolate ? BareEvents : Events,
        MediaType.Multipart => Multipart,
        MediaType.JsonLines => Lines,
        _ => List,
    };
}
