using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Http.WebSockets;

/// <summary>What waits to be sent on one socket. One loop sends; a client that does not read is cut off.</summary>
internal sealed class SocketOutbox : IDisposable
{
    // A closing handshake that takes longer is not waited for.
    private static readonly TimeSpan CloseTime = TimeSpan.FromMilliseconds(800);
    private const int MaxReasonBytes = 123;

    private readonly WebSocket _socket;
    private readonly GraphQLSocketOptions _options;
    private readonly TimeProvider _clock;
    private readonly Channel<JsonBuffer> _messages;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenSource _cut;
    private (CloseCode Code, string Reason)? _close;
    private int _isClosing;

    public SocketOutbox(WebSocket socket, GraphQLSocketOptions options, TimeProvider clock)
    {
        _socket = socket;
        _options = options;
        _clock = clock;
        _cut = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        _messages = Channel.CreateBounded<JsonBuffer>(new BoundedChannelOptions(options.MaxQueuedMessages) { SingleReader = true });
    }

    /// <summary>Cancelled as soon as the socket is to be closed: everything that works for it stops.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>Done when everything that waits for <see cref="Closing"/> was told.</summary>
    public Task Stopped { get; private set; } = Task.CompletedTask;

    /// <summary>Cancelled when the connection is to be dropped without more ado.</summary>
    public CancellationToken Cut => _cut.Token;

    /// <summary>Queues a message; waits while the queue is full, and cuts the client off when that lasts.</summary>
    /// <param name="message">The message; disposed when it was sent.</param>
    public async ValueTask SendAsync(JsonBuffer message)
    {
        if (_messages.Writer.TryWrite(message))
        {
            return;
        }

        using var patience = new CancellationTokenSource(_options.SlowConsumerTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _closing.Token);
        try
        {
            await _messages.Writer.WriteAsync(message, either.Token);
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ChannelClosedException)
        {
            message.Dispose();
            if (Volatile.Read(ref _isClosing) == 0)
            {
                Drop();
            }
        }
    }

    /// <summary>Closes the socket with a code; what is still queued is not sent. The first code counts.</summary>
    public void Close(CloseCode code, string reason)
    {
        if (Interlocked.Exchange(ref _isClosing, 1) == 0)
        {
            _close = (code, Shorten(reason));
            _messages.Writer.TryComplete();
            _cut.CancelAfter(CloseTime);
            Stop();
        }
    }

    /// <summary>Drops the connection at once.</summary>
    public void Drop()
    {
        Interlocked.Exchange(ref _isClosing, 1);
        _messages.Writer.TryComplete();
        _cut.Cancel();
        Stop();
    }

    // Whoever ends a session must not be made to run what was waiting for that.
    private void Stop()
    {
        if (!_closing.IsCancellationRequested)
        {
            Stopped = _closing.CancelAsync();
        }
    }

    /// <summary>Sends until the socket is closed or cut.</summary>
    public async Task PumpAsync()
    {
        try
        {
            await foreach (var message in _messages.Reader.ReadAllAsync(_cut.Token))
            {
                using (message)
                {
                    if (Volatile.Read(ref _isClosing) == 0)
                    {
                        await _socket.SendAsync(message.Written, WebSocketMessageType.Text, endOfMessage: true, _cut.Token);
                    }
                }
            }

            if (_close is { } close)
            {
                await _socket.CloseOutputAsync((WebSocketCloseStatus)(int)close.Code, close.Reason, _cut.Token);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or InvalidOperationException or IOException)
        {
            Drop();
        }

        while (_messages.Reader.TryRead(out var unsent))
        {
            unsent.Dispose();
        }
    }

    public void Dispose()
    {
        _closing.Dispose();
        _cut.Dispose();
    }

    private static string Shorten(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > MaxReasonBytes)
        {
            reason = reason[..^Math.Max(1, (Encoding.UTF8.GetByteCount(reason) - MaxReasonBytes) / 4)];
        }

        return reason;
    }
}
