using System.Net.WebSockets;
using System.Text.Json;
using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Language;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Exams.GraphQL.Http.WebSockets;

/// <summary>One socket from its opening to its end: reads the client's messages and follows the protocol.</summary>
internal sealed class SocketConnection : IDisposable
{
    private readonly GraphQLCall _call;
    private readonly WebSocket _socket;
    private readonly TimeProvider _clock;
    private readonly SocketOutbox _outbox;
    private readonly List<IDisposable> _endings = [];
    private SocketOperations? _operations;
    private bool _isInitialised;
    private string? _principal;

    public SocketConnection(GraphQLCall call, WebSocket socket)
    {
        _call = call;
        _socket = socket;
        _clock = call.Context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System;
        _outbox = new SocketOutbox(socket, call.Options.Sockets, _clock);
    }

    /// <summary>Serves the socket until it is closed, whoever closes it.</summary>
    public async Task RunAsync()
    {
        var lifetime = _call.Context.RequestServices.GetService<IHostApplicationLifetime>();
        using var stopping = lifetime?.ApplicationStopping.Register(() => _outbox.Close(CloseCode.GoingAway, "Going away"));
        using var late = new CancellationTokenSource(_call.Options.Sockets.ConnectionInitializationTimeout, _clock);
        using var timeout = late.Token.Register(() =>
        {
            if (!Volatile.Read(ref _isInitialised))
            {
                _outbox.Close(CloseCode.InitialisationTimeout, "Connection initialisation timeout");
            }
        });
        var pump = _outbox.PumpAsync();
        try
        {
            await ReadAsync();
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
            _outbox.Drop();
        }
        catch (Exception bug)
        {
            // An interceptor, most likely. The socket cannot be trusted any more, the process can.
            _call.Context.RequestServices.GetService<ILogger<SocketConnection>>()?.LogError(bug, "A socket failed.");
            _outbox.Close(CloseCode.InternalError, "Internal error");
        }
        finally
        {
            _outbox.Close(CloseCode.Normal, "");
            await pump;
            await _outbox.Stopped;
            if (_operations is not null)
            {
                await _operations.EndAsync();
            }

            _endings.ForEach(e => e.Dispose());
            if (_principal is not null)
            {
                _call.Sockets.Leave(_principal);
            }
        }
    }

    public void Dispose() => _outbox.Dispose();

    private async Task ReadAsync()
    {
        using var text = new JsonBuffer(4096);
        while (true)
        {
            var frame = await _socket.ReceiveAsync(text.GetMemory(1024), _outbox.Cut);
            if (frame.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            text.Advance(frame.Count);
            if (_outbox.Closing.IsCancellationRequested)
            {
                // Only the answer to our own closing is still of interest.
                text.Truncate(0);
            }
            else if (text.Length > _call.Options.Sockets.MaxMessageBytes)
            {
                _outbox.Close(CloseCode.MessageTooBig, "Message too big");
            }
            else if (frame.EndOfMessage)
            {
                // A copy, because operations go on while the next message is read.
                var message = text.Written.ToArray();
                text.Truncate(0);
                await HandleAsync(frame.MessageType, message);
            }
        }
    }

    private async ValueTask HandleAsync(WebSocketMessageType type, ReadOnlyMemory<byte> text)
    {
        if (type != WebSocketMessageType.Text || !SocketMessage.TryRead(text, out var message))
        {
            _outbox.Close(CloseCode.BadMessage, "Invalid message");
            return;
        }

        switch (message.Type)
        {
            case SocketMessageType.ConnectionInit when _isInitialised:
                _outbox.Close(CloseCode.TooMany, "Too many initialisation requests");
                break;
            case SocketMessageType.ConnectionInit:
                Volatile.Write(ref _isInitialised, true);
                await InitialiseAsync(message.Payload);
                break;
            case SocketMessageType.Ping:
                await _outbox.SendAsync(SocketText.Pong());
                break;
            case SocketMessageType.Subscribe when _operations is null:
                _outbox.Close(CloseCode.Unauthorized, "Unauthorized");
                break;
            case SocketMessageType.Subscribe:
                await SubscribeAsync(message);
                break;
            case SocketMessageType.Complete:
                _operations?.Stop(message.Id);
                break;
        }
    }

    private async ValueTask InitialiseAsync(ReadOnlyMemory<byte> payload)
    {
        var context = _call.Context;
        var session = SessionStatus.Accept(context.User);
        if (context.RequestServices.GetService<IGraphQLSessionInterceptor>() is { } interceptor)
        {
            using var document = payload.IsEmpty ? null : JsonDocument.Parse(payload);
            session = await interceptor.OnConnectAsync(context, document?.RootElement ?? default, _outbox.Closing);
        }

        if (session.Lease is { } lease)
        {
            _endings.Add(lease);
        }

        if (session.Refusal is { } reason)
        {
            _outbox.Close(CloseCode.Forbidden, reason);
            return;
        }

        var principal = CostClient.Of(session.User!, context.Connection.RemoteIpAddress).Name;
        if (!_call.Sockets.TryEnter(principal, _call.Options.Sockets.MaxSocketsPerPrincipal))
        {
            _outbox.Close(CloseCode.TooMany, "Too many sockets");
            return;
        }

        // Resolvers that look at the request see the same principal as the engine.
        context.User = session.User!;
        _principal = principal;
        var expiry = SessionExpiry.Start(session.ExpiresAt, _clock);
        _endings.Add(expiry.Token.Register(() => _outbox.Close(CloseCode.Forbidden, "Session expired")));
        _endings.Add(expiry);
        _endings.Add(session.Ended.Register(() => _outbox.Close(CloseCode.Forbidden, "Session ended")));
        _operations = new SocketOperations(_call, _outbox, session.User!);
        await _outbox.SendAsync(SocketText.Acknowledge());
    }

    private async ValueTask SubscribeAsync(SocketMessage message)
    {
        var wrong = RequestJson.TryRead(message.Payload, RequestForm.Single, out var request);
        if (wrong is not null)
        {
            _outbox.Close(CloseCode.BadMessage, wrong.Message);
        }
        else if (_call.Context.RequestServices.GetService<IGraphQLSessionInterceptor>() is { } interceptor
            && !await interceptor.StillHoldsAsync(_call.Context, _outbox.Closing))
        {
            request!.Dispose();
            _outbox.Close(CloseCode.Forbidden, "Session ended");
        }
        else
        {
            await _operations!.StartAsync(message.Id, request!);
        }
    }
}
