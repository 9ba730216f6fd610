using System.Buffers;
using System.IO.Pipelines;
using Exams.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Exams.GraphQL.Http;

/// <summary>Writes results as server-sent events: <c>next</c> for each response, then <c>complete</c>.
/// A stream that ends without <c>complete</c> was cut off, and its client may come back.</summary>
internal static class EventStream
{
    /// <summary>Writes a result to its end, or to the end of the session.</summary>
    public static async Task WriteAsync(GraphQLCall call, OperationResult result)
    {
        if (result is Response single)
        {
            using (single)
            {
                var writer = Open(call.Context);
                WriteNext(writer, single.Body.Span);
                WriteComplete(writer, call.Options.ResponseStyle);
                await writer.FlushAsync(call.Context.RequestAborted);
            }
        }
        else
        {
            await WriteAsync(call, (ResponseStream)result);
        }
    }

    /// <summary>Writes a stream of responses while the session lasts.</summary>
    public static async Task WriteAsync(GraphQLCall call, ResponseStream stream)
    {
        await using var unread = stream;
        var context = call.Context;
        var services = context.RequestServices;
        var session = services.GetService<IGraphQLSessionInterceptor>() is { } interceptor
            ? await interceptor.OnConnectAsync(context, default, context.RequestAborted)
            : SessionStatus.Accept(context.User);
        if (session.Refusal is { } reason)
        {
            await ResponseWriter.WriteAsync(call, new Refusal(StatusCodes.Status403Forbidden, reason, "AUTH_NOT_AUTHORIZED"));
            return;
        }

        using var lease = session.Lease;
        var clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        using var expiry = SessionExpiry.Start(session.ExpiresAt, clock);
        var stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, session.Ended, expiry.Token, stopping);
        try
        {
            await PumpAsync(Open(context), stream, call.Options, clock, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client has gone, its session is over or the server stops: nothing more is said, not even that it is complete.
        }
    }

    private static async Task PumpAsync(PipeWriter writer, ResponseStream stream, GraphQLServerOptions options, TimeProvider clock, CancellationToken ended)
    {
        await writer.FlushAsync(ended);
        var responses = stream.Responses.GetAsyncEnumerator(ended);
        Task<bool>? pending = null;
        try
        {
            while (true)
            {
                pending = responses.MoveNextAsync().AsTask();
                while (!pending.IsCompleted && !await IsDoneWithin(pending, options.StreamKeepAlive, clock, ended))
                {
                    writer.Write(":\n\n"u8);
                    await writer.FlushAsync(ended);
                }

                if (!await pending)
                {
                    break;
                }

                using var response = responses.Current;
                WriteNext(writer, response.Body.Span);
                await writer.FlushAsync(ended);
            }

            // A source that was told to stop may just end; that is no completion.
            ended.ThrowIfCancellationRequested();
            WriteComplete(writer, options.ResponseStyle);
            await writer.FlushAsync(ended);
        }
        finally
        {
            // An enumerator may only be disposed when it stands still; the token has told it to.
            if (pending is not null)
            {
                await pending.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }

            await responses.DisposeAsync();
        }
    }

    private static async Task<bool> IsDoneWithin(Task task, TimeSpan time, TimeProvider clock, CancellationToken ended)
    {
        try
        {
            await task.WaitAsync(time, clock, ended);
            return true;
        }
        catch (TimeoutException)
        {
            return task.IsCompleted;
        }
    }

    private static PipeWriter Open(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = Accept.ContentType(MediaType.EventStream);
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return response.BodyWriter;
    }

    private static void WriteNext(PipeWriter writer, ReadOnlySpan<byte> json)
    {
        writer.Write("event: next\ndata: "u8);

        // Responses are one line, except where a scalar wrote a line end of its own.
        while (json.IndexOf((byte)'\n') is var end and >= 0)
        {
            writer.Write(json[..end]);
            writer.Write("\ndata: "u8);
            json = json[(end + 1)..];
        }

        writer.Write(json);
        writer.Write("\n\n"u8);
    }

    // With a data line, because browsers do not dispatch events without.
    private static void WriteComplete(PipeWriter writer, ResponseStyle style) =>
        writer.Write(style == ResponseStyle.HotChocolate ? "event: complete\n\n"u8 : "event: complete\ndata:\n\n"u8);
}
