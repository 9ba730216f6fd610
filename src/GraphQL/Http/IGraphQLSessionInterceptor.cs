using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Exams.GraphQL.Http;

/// <summary>Decides who may open a socket or an event stream, and when it ends. Register one; without any, the request's own
/// principal is taken and the session ends when the client goes.</summary>
public interface IGraphQLSessionInterceptor
{
    /// <summary>Asked once for each socket, at <c>connection_init</c>, and once for each event stream over plain HTTP.</summary>
    /// <param name="context">The request that opened the connection.</param>
    /// <param name="payload">The payload of <c>connection_init</c>, e.g. with <c>authorization</c>; undefined when there is none.</param>
    /// <param name="cancellationToken">Ends when the client goes away.</param>
    /// <returns>Who it is and how long, or why not.</returns>
    ValueTask<SessionStatus> OnConnectAsync(HttpContext context, JsonElement payload, CancellationToken cancellationToken);

    /// <summary>Asked before each operation on a socket, so that one that comes after the session's end, and before
    /// <see cref="SessionStatus.Ended"/> has told, is not run. Answers yes unless it is replaced.</summary>
    /// <param name="context">The request that opened the socket.</param>
    /// <param name="cancellationToken">Ends when the client goes away.</param>
    /// <returns>Whether the session still holds; if not, the socket is closed with 4403.</returns>
    ValueTask<bool> StillHoldsAsync(HttpContext context, CancellationToken cancellationToken) => ValueTask.FromResult(true);
}

/// <summary>What became of a wish to open a session.</summary>
public sealed class SessionStatus
{
    private SessionStatus()
    {
    }

    /// <summary>Who it is; null when refused.</summary>
    public ClaimsPrincipal? User { get; private init; }

    /// <summary>Ends the session from outside: the connection is closed at once and nothing more is sent on it.</summary>
    public CancellationToken Ended { get; private init; }

    /// <summary>When the session ends by itself, e.g. with its token; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; private init; }

    /// <summary>Disposed when the connection is gone, however it went.</summary>
    public IDisposable? Lease { get; private init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Lets somebody in.</summary>
    /// <param name="user">Who it is.</param>
    /// <param name="expiresAt">When access ends by itself; null for never.</param>
    /// <param name="lease">Disposed when the connection is gone.</param>
    /// <param name="ended">Cancelled when access ends; the connection is closed with 4403 well within a second.</param>
    /// <returns>The status.</returns>
    public static SessionStatus Accept(
        ClaimsPrincipal user,
        DateTimeOffset? expiresAt = null,
        IDisposable? lease = null,
        CancellationToken ended = default) =>
        new() { User = user, Ended = ended, ExpiresAt = expiresAt, Lease = lease };

    /// <summary>Refuses; a socket is closed with 4403, a stream is answered 403.</summary>
    /// <param name="reason">Shown to the client; at most 123 bytes reach a socket.</param>
    /// <returns>The status.</returns>
    public static SessionStatus Reject(string reason = "Forbidden") => new() { Refusal = reason };
}
