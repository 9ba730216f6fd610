using System.Collections.Concurrent;
using System.Security.Claims;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Language;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Exams.GraphQL.Http.WebSockets;

/// <summary>The operations that run on one socket, by the ids the client gave them.</summary>
/// <param name="call">The call that opened the socket.</param>
/// <param name="outbox">Where messages go.</param>
/// <param name="user">Whose socket it is.</param>
internal sealed class SocketOperations(GraphQLCall call, SocketOutbox outbox, ClaimsPrincipal user)
{
    private readonly ConcurrentDictionary<string, Running> _running = new(StringComparer.Ordinal);

    private sealed record Running(CancellationTokenSource Stop)
    {
        public Task Work { get; set; } = Task.CompletedTask;
    }

    /// <summary>Starts an operation; a second one with the same id ends the socket.</summary>
    public async ValueTask StartAsync(string id, RequestParameters request)
    {
        if (_running.ContainsKey(id))
        {
            request.Dispose();
            outbox.Close(CloseCode.SubscriberExists, $"Subscriber for {id} already exists");
            return;
        }

        if (_running.Count >= call.Options.Sockets.MaxOperations)
        {
            request.Dispose();
            await outbox.SendAsync(SocketText.Error(id, Refusal.Unparsable("Too many operations on this socket.")));
            return;
        }

        // Only the reading loop adds, so nobody else can have taken the id in between.
        var running = new Running(CancellationTokenSource.CreateLinkedTokenSource(outbox.Closing));
        _running[id] = running;
        running.Work = Task.Run(() => RunAsync(id, running, request));
    }

    /// <summary>Ends an operation because the client wants no more of it; unknown ids are ignored.</summary>
    public void Stop(string id)
    {
        if (_running.TryRemove(id, out var running))
        {
            try
            {
                running.Stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It came to its end by itself at the same moment.
            }
        }
    }

    /// <summary>Waits until everything has come to rest. The outbox is closing, which has told all operations to stop.</summary>
    public Task EndAsync() => Task.WhenAll(_running.Values.Select(r => r.Work));

    private async Task RunAsync(string id, Running running, RequestParameters parameters)
    {
        try
        {
            await ExecuteAsync(id, running, parameters);
        }
        catch (OperationCanceledException) when (running.Stop.IsCancellationRequested)
        {
            // The client wants no more, or has gone.
        }
        catch (Exception bug)
        {
            // Whatever it is, it must not end the other operations; the client is told no more than that.
            call.Context.RequestServices.GetService<ILogger<SocketOperations>>()?.LogError(bug, "An operation on a socket failed.");
            await FinishAsync(id, running, SocketText.UnexpectedError(id));
        }
        finally
        {
            _running.TryRemove(new(id, running));
            running.Stop.Dispose();
            parameters.Dispose();
        }
    }

    private async Task ExecuteAsync(string id, Running running, RequestParameters parameters)
    {
        await using var scope = call.Context.RequestServices.CreateAsyncScope();
        var request = new OperationRequest
        {
            Document = parameters.Document,
            DocumentId = parameters.DocumentId,
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            Extensions = parameters.Extensions,
            Services = scope.ServiceProvider,
            User = user,
            AllowIncremental = true,
            AllowIntrospection = call.Options.AllowIntrospection(user),
            AllowSuggestions = call.Options.AllowSuggestions(user),
            Address = call.Context.Connection.RemoteIpAddress,
        };
        switch (await call.Executor.ExecuteAsync(request, running.Stop.Token))
        {
            case Response { Kind: ResponseKind.Executed } response:
                await NextAsync(id, running, response);
                await FinishAsync(id, running, SocketText.Complete(id));
                break;
            case Response response:
                using (response)
                {
                    await FinishAsync(id, running, SocketText.Error(id, response.Body.Span));
                }

                break;
            case ResponseStream stream:
                await using (stream)
                {
                    await ReadAsync(id, running, stream);
                }

                break;
        }
    }

    private async ValueTask ReadAsync(string id, Running running, ResponseStream stream)
    {
        await foreach (var response in stream.Responses.WithCancellation(running.Stop.Token))
        {
            if (response.Kind == ResponseKind.Executed)
            {
                await NextAsync(id, running, response);
                continue;
            }

            // The source broke: its last word is an error, and an error ends the operation.
            using (response)
            {
                await FinishAsync(id, running, SocketText.Error(id, response.Body.Span));
            }

            return;
        }

        await FinishAsync(id, running, SocketText.Complete(id));
    }

    private async ValueTask NextAsync(string id, Running running, Response response)
    {
        using (response)
        {
            if (IsCurrent(id, running))
            {
                await outbox.SendAsync(SocketText.Next(id, response.Body.Span));
            }
        }
    }

    // The id is free before the client can know, so that it may use it again at once.
    private async ValueTask FinishAsync(string id, Running running, JsonBuffer message)
    {
        if (_running.TryRemove(new(id, running)))
        {
            await outbox.SendAsync(message);
        }
        else
        {
            message.Dispose();
        }
    }

    private bool IsCurrent(string id, Running running) => _running.TryGetValue(id, out var current) && current == running;
}
