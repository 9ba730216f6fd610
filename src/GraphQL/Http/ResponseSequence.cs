using System.Buffers;
using System.IO.Pipelines;
using Exams.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Exams.GraphQL.Http;

/// <summary>Writes results as sequences of responses, in the format that the client reads.</summary>
internal static class ResponseSequence
{
    /// <summary>Writes a result to its end, or to the end of the session.</summary>
    public static async Task WriteAsync(GraphQLCall call, OperationResult result)
    {
        if (result is Response single)
        {
            using (single)
            {
                var format = SequenceFormats.For(call.Accept.Preferred, call.Options.ResponseStyle);
                var writer = Open(call.Context, format);
                format.Write(writer, single.Body.Span, isFirst: true);
                format.End(writer);
                await writer.FlushAsync(call.Context.RequestAborted);
            }
        }
        else
        {
            await WriteAsync(call, (ResponseStream)result);
        }
    }

    /// <summary>Begins an answer: its headers, and what comes before the first response.</summary>
    public static PipeWriter Open(HttpContext context, ISequenceFormat format)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = format.ContentType;
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        format.Begin(response.BodyWriter);
        return response.BodyWriter;
    }

    private static async Task WriteAsync(GraphQLCall call, ResponseStream stream)
    {
        await using var unread = stream;
        var context = call.Context;
        var services = context.RequestServices;
        // One response, in however many payloads, is over in the time of a request: it is no session.
        var session = !stream.IsIncremental && services.GetService<IGraphQLSessionInterceptor>() is { } interceptor
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
            var format = SequenceFormats.For(call.Accept.Stream, call.Options.ResponseStyle);
            await PumpAsync(Open(context, format), format, stream, call.Options.StreamKeepAlive, clock, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client has gone, its session is over or the server stops: nothing more is said, not even that it is complete.
        }
    }

    private static async Task PumpAsync(
        PipeWriter writer, ISequenceFormat format, ResponseStream stream, TimeSpan keepAlive, TimeProvider clock, CancellationToken ended)
    {
        await writer.FlushAsync(ended);
        var responses = stream.Responses.GetAsyncEnumerator(ended);
        Task<bool>? pending = null;
        try
        {
            for (var isFirst = true; ; isFirst = false)
            {
                pending = responses.MoveNextAsync().AsTask();
                while (!pending.IsCompleted && !await IsDoneWithin(pending, keepAlive, clock, ended))
                {
                    writer.Write(format.KeepAlive);
                    await writer.FlushAsync(ended);
                }

                if (!await pending)
                {
                    break;
                }

                using var response = responses.Current;
                format.Write(writer, response.Body.Span, isFirst);
                await writer.FlushAsync(ended);
            }

            // A source that was told to stop may just end; that is no completion.
            ended.ThrowIfCancellationRequested();
            format.End(writer);
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
}
