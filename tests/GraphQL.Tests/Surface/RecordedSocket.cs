using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Exams.GraphQL.Tests.Surface;

/// <summary>Does on a socket what was recorded: sends, waits for frames, asks something beside it.</summary>
internal sealed class RecordedSocket(Uri server, RecordedExchange exchange)
{
    private readonly List<string> _frames = [];
    private readonly Lock _lock = new();

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public async Task<JsonObject> RunAsync(RecordedVector vector)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(vector.Protocol ?? "graphql-transport-ws");
        if (vector.User is { } user)
        {
            socket.Options.SetRequestHeader("X-User", user);
        }

        await socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = vector.Path }.Uri, Now);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Now);
        var reading = ReadAsync(socket, end.Token);
        foreach (var step in vector.Steps)
        {
            if (reading.IsCompleted)
            {
                break;
            }

            await DoAsync(step, socket, reading);
        }

        // What the server says uninvited comes within this time.
        await Task.WhenAny(reading, Task.Delay(150, Now));
        var wasClosed = reading.IsCompleted;
        await end.CancelAsync();
        await reading;
        return new JsonObject
        {
            ["protocol"] = socket.SubProtocol ?? "",
            ["frames"] = new JsonArray([.. Frames().Select(f => RecordedExchange.Parse(f) ?? JsonValue.Create(f))]),
            ["closeCode"] = wasClosed ? (int?)socket.CloseStatus ?? 1006 : null,
        };
    }

    private async Task DoAsync(JsonObject step, ClientWebSocket socket, Task reading)
    {
        if (step["send"] is { } message)
        {
            var text = message.GetValueKind() == JsonValueKind.String ? (string)message! : message.ToJsonString();
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Now);
        }
        else if ((int?)step["frames"] is { } count)
        {
            for (var waited = 0; waited < 300 && Frames().Length < count && !reading.IsCompleted; waited++)
            {
                await Task.Delay(10, Now);
            }
        }
        else if (step["http"] is JsonObject aside)
        {
            await exchange.AsideAsync(aside);
        }
        else if ((int?)step["pause"] is { } pause)
        {
            await Task.Delay(pause, Now);
        }
    }

    private async Task ReadAsync(ClientWebSocket socket, CancellationToken end)
    {
        var text = new MemoryStream();
        var buffer = new byte[8192];
        try
        {
            while (true)
            {
                var frame = await socket.ReceiveAsync(buffer, end);
                if (frame.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                text.Write(buffer, 0, frame.Count);
                if (frame.EndOfMessage)
                {
                    lock (_lock)
                    {
                        _frames.Add(Encoding.UTF8.GetString(text.ToArray()));
                    }

                    text.SetLength(0);
                }
            }
        }
        catch (Exception over) when (over is WebSocketException or OperationCanceledException)
        {
            // The server has gone, or the client wants no more.
        }
    }

    private string[] Frames()
    {
        lock (_lock)
        {
            return [.. _frames];
        }
    }
}
