using System.Net.WebSockets;
using System.Text;

namespace Exams.GraphQL.Tests.Http;

/// <summary>A client of the sub-protocol that can also misbehave.</summary>
internal sealed class SocketClient(ClientWebSocket socket) : IDisposable
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public ClientWebSocket Socket { get; } = socket;

    public static async Task<SocketClient> ConnectAsync(
        ServedSchema served, string? origin = null, string protocol = "graphql-transport-ws", string? host = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(protocol);
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        if (host is not null)
        {
            socket.Options.SetRequestHeader("Host", host);
        }

        await socket.ConnectAsync(new UriBuilder(served.Address) { Scheme = "ws" }.Uri, Now);
        return new SocketClient(socket);
    }

    /// <summary>Connects and is let in.</summary>
    public static async Task<SocketClient> ReadyAsync(ServedSchema served, string? authorization = null)
    {
        var client = await ConnectAsync(served);
        await client.SendAsync(authorization is null
            ? """{"type":"connection_init"}"""
            : $$$"""{"type":"connection_init","payload":{"authorization":"{{{authorization}}}"}}""");
        (await client.NextAsync()).Should().Be("""{"type":"connection_ack"}""");
        return client;
    }

    public Task SendAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text) =>
        Socket.SendAsync(Encoding.UTF8.GetBytes(text), type, endOfMessage: true, Now);

    public Task SubscribeAsync(string id, string query) =>
        SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{query}}}"}}""");

    /// <summary>The next message, or the code and reason of the closing.</summary>
    public async Task<string> NextAsync(double seconds = 5)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Now);
        patience.CancelAfter(TimeSpan.FromSeconds(seconds));
        var text = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var frame = await Socket.ReceiveAsync(buffer, patience.Token);
            if (frame.MessageType == WebSocketMessageType.Close)
            {
                return $"{(int)Socket.CloseStatus!} {Socket.CloseStatusDescription}";
            }

            text.Write(buffer, 0, frame.Count);
            if (frame.EndOfMessage)
            {
                return Encoding.UTF8.GetString(text.ToArray());
            }
        }
    }

    public void Dispose() => Socket.Dispose();
}
