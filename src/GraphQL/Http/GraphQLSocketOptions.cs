using Microsoft.AspNetCore.Http;

namespace Exams.GraphQL.Http;

/// <summary>Limits of <c>graphql-transport-ws</c> sockets.</summary>
public sealed record GraphQLSocketOptions
{
    /// <summary>How long a client may take to send <c>connection_init</c> before it is closed with 4408.</summary>
    public TimeSpan ConnectionInitializationTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a ping frame is sent to a silent client; two missed answers end the connection.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>Longest message of a client, in bytes; a longer one closes the socket with 1009.</summary>
    public int MaxMessageBytes { get; init; } = 1_048_576;

    /// <summary>Most operations at once on one socket; more are answered with an error message.</summary>
    public int MaxOperations { get; init; } = 50;

    /// <summary>Most sockets at once of one principal (or one address, for anonymous ones); the next is closed with 4429.</summary>
    public int MaxSocketsPerPrincipal { get; init; } = 20;

    /// <summary>Most messages waiting for a client to read them. A full queue slows its operations down.</summary>
    public int MaxQueuedMessages { get; init; } = 128;

    /// <summary>How long the queue may stay full before the client counts as gone and is cut off.</summary>
    public TimeSpan SlowConsumerTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a page of this origin may open a socket; null for pages of the server's own origin only.
    /// Clients that send no <c>Origin</c> are no browsers and are let in.</summary>
    public Func<HttpContext, string, bool>? IsOriginAllowed { get; init; }
}
