using System.Security.Claims;

namespace Exams.GraphQL.Http;

/// <summary>What an endpoint offers and how much of it. Used as endpoint metadata: the last one set counts.</summary>
public sealed record GraphQLServerOptions
{
    /// <summary>Which status a response gets (GraphQL over HTTP, "Status Codes").</summary>
    public StatusProfile StatusProfile { get; init; } = StatusProfile.Audit;

    /// <summary>How answers look where neither specification nor client decides.</summary>
    public ResponseStyle ResponseStyle { get; init; } = ResponseStyle.Audits;

    /// <summary>Longest request body, in bytes; longer ones are answered 413.</summary>
    public int MaxRequestBytes { get; init; } = 20_480_000;

    /// <summary>Whether a body may hold a list of requests, and a request a list of variables. They run one after the other and are
    /// answered as a list, or in parts where the client reads such.</summary>
    public bool EnableBatching { get; init; }

    /// <summary>Most operations in one body when batching is on, each set of variables counted.</summary>
    public int MaxBatchSize { get; init; } = 100;

    /// <summary>Whether queries may come by GET.</summary>
    public bool EnableGetRequests { get; init; } = true;

    /// <summary>Whether GET asks for the header <c>GraphQL-Preflight</c>, which no foreign page can send without asking first.</summary>
    public bool EnforceGetRequestsPreflightHeader { get; init; }

    /// <summary>Whether <c>…/schema.graphql</c> is served; <see cref="AllowIntrospection"/> applies to it too.</summary>
    public bool EnableSchemaRequests { get; init; } = true;

    /// <summary>Who may ask for <c>__schema</c> and <c>__type</c>; everybody unless set.</summary>
    public Func<ClaimsPrincipal, bool> AllowIntrospection { get; init; } = static _ => true;

    /// <summary>Whose error messages may suggest names; everybody's unless set.</summary>
    public Func<ClaimsPrincipal, bool> AllowSuggestions { get; init; } = static _ => true;

    /// <summary>How often an event stream without events sends a comment, so that nobody in between cuts it off.</summary>
    public TimeSpan StreamKeepAlive { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>Limits of sockets.</summary>
    public GraphQLSocketOptions Sockets { get; init; } = new();
}
