using Exams.GraphQL.Http.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Exams.GraphQL.Http;

/// <summary>Sockets with the sub-protocol <c>graphql-transport-ws</c>.</summary>
internal sealed class WebSocketTransport : IHttpTransport
{
    private const string Protocol = "graphql-transport-ws";

    /// <inheritdoc/>
    public bool Supports(GraphQLCall call) => call.Context.WebSockets.IsWebSocketRequest;

    /// <inheritdoc/>
    public async Task HandleAsync(GraphQLCall call)
    {
        var sockets = call.Context.WebSockets;
        var options = call.Options.Sockets;
        if (!sockets.WebSocketRequestedProtocols.Contains(Protocol))
        {
            await ResponseWriter.WriteAsync(call, Refusal.Unparsable($"The only sub-protocol here is {Protocol}."));
            return;
        }

        if (!IsOriginAllowed(call.Context, options))
        {
            await ResponseWriter.WriteAsync(
                call,
                new Refusal(StatusCodes.Status403Forbidden, "Pages of this origin may not open sockets here.", "AUTH_NOT_AUTHORIZED"));
            return;
        }

        using var socket = await sockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = Protocol,
            KeepAliveInterval = options.KeepAliveInterval,
            KeepAliveTimeout = options.KeepAliveInterval,
        });
        using var connection = new SocketConnection(call, socket);
        await connection.RunAsync();
    }

    private static bool IsOriginAllowed(HttpContext context, GraphQLSocketOptions options)
    {
        if (context.Request.Headers.Origin is not [{ Length: > 0 } origin, ..])
        {
            return true;
        }

        return options.IsOriginAllowed is { } isAllowed
            ? isAllowed(context, origin)
            : Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsSameHost(page, context.Request.Host);
    }

    // The scheme is left out, because a server behind a proxy that speaks TLS for it does not know its own.
    private static bool IsSameHost(Uri page, HostString host) =>
        page.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port is { } port ? port == page.Port : page.IsDefaultPort);
}
