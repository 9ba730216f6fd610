using System.Text.Json.Nodes;

namespace Exams.GraphQL.Tests.Surface;

/// <summary>One recorded request of the sample and what the package answered (library/NOTES.md 0).</summary>
internal sealed class RecordedVector(JsonObject vector)
{
    public string Name { get; } = (string)vector["name"]!;

    public string Transport { get; } = (string)vector["transport"]!;

    /// <summary>A bug or deviation of the package: nothing to follow.</summary>
    public bool IsQuirk { get; } = vector["quirk"] is not null;

    public string Path { get; } = (string?)vector["path"] ?? "/graphql";

    public string? User { get; } = (string?)vector["user"];

    public string? Protocol { get; } = (string?)vector["protocol"];

    public JsonObject Headers { get; } = vector["requestHeaders"]?.AsObject() ?? [];

    public JsonObject Request { get; } = vector["request"]?.AsObject() ?? [];

    /// <summary>The body as it was sent; null when it was the request as JSON.</summary>
    public string? RawBody { get; } = (string?)vector["rawBody"];

    /// <summary>Whether the text of the answer counts, because numbers lose digits when they are read.</summary>
    public bool IsTextual { get; } = (bool?)vector["raw"] ?? false;

    public bool KeepsStream { get; } = (bool?)vector["keepRaw"] ?? false;

    /// <summary>Whether only the first two and the last two frames count.</summary>
    public bool ComparesTail { get; } = (string?)vector["compare"] == "tail";

    /// <summary>Events of a stream to wait for; null for all.</summary>
    public int? StopAfter { get; } = (int?)vector["stopAfter"];

    /// <summary>How long a stream is listened to.</summary>
    public TimeSpan Patience { get; } = TimeSpan.FromMilliseconds((int?)vector["waitMs"] ?? 2_500);

    /// <summary>Requests beside a stream, once it is open.</summary>
    public IEnumerable<JsonObject> Then { get; } = (vector["then"]?.AsArray() ?? []).Select(s => s!.AsObject());

    /// <summary>What a socket's client does, in order.</summary>
    public IEnumerable<JsonObject> Steps { get; } = (vector["steps"]?.AsArray() ?? []).Select(s => s!.AsObject());

    public JsonObject Expected { get; } = vector["expect"]!.AsObject();
}
