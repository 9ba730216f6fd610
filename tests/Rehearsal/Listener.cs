using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Exams.Rehearsal;

/// <summary>One subscription over graphql-transport-ws; events wait in a channel until somebody reads them.</summary>
public sealed class Listener : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly Channel<JsonObject> _events = Channel.CreateUnbounded<JsonObject>();
    private readonly CancellationTokenSource _end = new();
    private Task _reading = Task.CompletedTask;

    public static async Task<Listener> StartAsync(Uri address, string token, string document, object variables, CancellationToken ct)
    {
        var listener = new Listener();
        listener._socket.Options.AddSubProtocol("graphql-transport-ws");
        var url = new UriBuilder(new Uri(address, "graphql")) { Scheme = address.Scheme == "https" ? "wss" : "ws" }.Uri;
        await listener._socket.ConnectAsync(url, ct);
        await listener.SendAsync(new { type = "connection_init", payload = new { authorization = $"Bearer {token}" } }, ct);
        if ((await listener.ReceiveAsync(ct))?.Text("type") is var type && type != "connection_ack")
        {
            throw new RehearsalException($"The socket answered {type ?? "by closing"} instead of connection_ack.");
        }

        await listener.SendAsync(new { id = "1", type = "subscribe", payload = new { query = document, variables } }, ct);
        listener._reading = listener.ReadAsync();
        return listener;
    }

    /// <summary>The next event's field; fails when none comes in time.</summary>
    public async Task<JsonObject> NextAsync(TimeSpan patience)
    {
        using var time = new CancellationTokenSource(patience);
        try
        {
            return await _events.Reader.ReadAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            throw new RehearsalException($"No event came within {patience.TotalSeconds:0} s.");
        }
        catch (ChannelClosedException)
        {
            throw new RehearsalException("The stream ended before the event came.");
        }
    }

    /// <summary>Whether no event comes for so long.</summary>
    public async Task<bool> SilentAsync(TimeSpan time)
    {
        await Task.Delay(time);
        return _events.Reader.Count == 0;
    }

    /// <summary>Waits for the service to close the socket; the close code, or null when it did not in time.</summary>
    public async Task<int?> ClosedAsync(TimeSpan patience)
    {
        await Task.WhenAny(_reading, Task.Delay(patience));
        return _reading.IsCompleted ? (int?)_socket.CloseStatus : null;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _reading;
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The reading ends with the socket; that is what was asked for.
        }

        _socket.Dispose();
        _end.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await ReceiveAsync(_end.Token) is { } message)
            {
                switch (message.Text("type"))
                {
                    case "next":
                        var payload = message.At("payload");
                        if (payload["errors"] is { } errors)
                        {
                            throw new RehearsalException($"An event brought errors: {errors.ToJsonString()}");
                        }

                        _events.Writer.TryWrite(payload.At("data").AsObject().Single().Value!.DeepClone().AsObject());
                        break;
                    case "ping":
                        await SendAsync(new { type = "pong" }, _end.Token);
                        break;
                    case "error":
                        throw new RehearsalException($"The subscription was refused: {message.At("payload").ToJsonString()}");
                    case "complete":
                        _events.Writer.TryComplete();
                        break;
                }
            }

            _events.Writer.TryComplete();
        }
        catch (Exception end)
        {
            _events.Writer.TryComplete(end is RehearsalException ? end : null);
        }
    }

    private async Task SendAsync(object message, CancellationToken ct) =>
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, ct);

    private async Task<JsonObject?> ReceiveAsync(CancellationToken ct)
    {
        using var text = new MemoryStream();
        var part = new byte[16 * 1024];
        WebSocketReceiveResult received;
        do
        {
            received = await _socket.ReceiveAsync(part, ct);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            text.Write(part, 0, received.Count);
        }
        while (!received.EndOfMessage);
        return JsonNode.Parse(Encoding.UTF8.GetString(text.ToArray()))!.AsObject();
    }
}
