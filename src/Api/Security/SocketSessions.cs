using System.Text.Json;
using Exams.GraphQL.Http;
using Exams.Infrastructure.Persistence.Sessions;

namespace Exams.Api.Security;

/// <summary>Lets sockets and event streams in by the token of connection_init (or of the header), and ends them when the session ends.</summary>
internal sealed class SocketSessions(SessionCallers sessions, SessionWatch watch) : IGraphQLSessionInterceptor
{
    /// <inheritdoc/>
    public async ValueTask<SessionStatus> OnConnectAsync(HttpContext context, JsonElement payload, CancellationToken cancellationToken)
    {
        var current = CurrentCaller.Of(context);
        if (payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty("authorization", out var header)
            && header.ValueKind == JsonValueKind.String)
        {
            if (BearerToken.Read(header.GetString()) is not { } token || await sessions.FindAsync(token) is not { IsSignedIn: true } caller)
            {
                return SessionStatus.Reject("The session has ended");
            }

            current.Caller = caller;
        }

        if (!current.Caller.IsSignedIn)
        {
            return SessionStatus.Accept(context.User, ended: CancellationToken.None);
        }

        var lease = watch.Watch(current.Caller);
        return SessionStatus.Accept(CallerPrincipal.Of(current.Caller), ended: lease.Ended, lease: lease);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> StillHoldsAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var caller = CurrentCaller.Of(context).Caller;
        return !caller.IsSignedIn || SessionWatch.StillHolds(caller, await sessions.RefreshAsync(caller));
    }
}
