using Exams.GraphQL.Execution;
using Exams.GraphQL.Http.WebSockets;
using Exams.GraphQL.Types.Sdl;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Http;

/// <summary>One address with one schema: finds the transport of a call.</summary>
/// <param name="schemaName">The schema's name; null for the one without.</param>
internal sealed class GraphQLEndpoint(string? schemaName)
{
    private static readonly GraphQLServerOptions DefaultOptions = new();

    // Most calls are POST, which no socket is opened by; what is a GET may be for a socket.
    private static readonly IHttpTransport[] Transports =
        [new PostTransport(), new WebSocketTransport(), new GetTransport()];

    private readonly SocketCount _sockets = new();
    private IRequestExecutor? _executor;
    private int _maxRequestBytes = int.MaxValue;
    private string? _sdl;

    /// <summary>Answers a call to the address.</summary>
    public Task HandleAsync(HttpContext context) => HandleAsync(context, null);

    /// <summary>Answers a call to an address that names a document, perhaps with one of its operations, in the route values
    /// <c>id</c> and <c>operationName</c>.</summary>
    public Task HandleNamedAsync(HttpContext context) => HandleAsync(
        context,
        new NamedDocument((string)context.GetRouteValue("id")!, (string?)context.GetRouteValue("operationName")));

    private async Task HandleAsync(HttpContext context, NamedDocument? named)
    {
        var options = context.GetEndpoint()?.Metadata.GetMetadata<GraphQLServerOptions>() ?? DefaultOptions;
        using var call = new GraphQLCall(
            context,
            await ExecutorAsync(context),
            options,
            Accept.Parse(context.Request.Headers.Accept, options.ResponseStyle),
            _sockets)
        {
            Named = named,
            MaxRequestBytes = Math.Min(options.MaxRequestBytes, _maxRequestBytes),
        };
        foreach (var transport in Transports)
        {
            if (transport.Supports(call))
            {
                try
                {
                    await transport.HandleAsync(call);
                }
                catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
                {
                    // Nobody is left to answer.
                }

                return;
            }
        }

        context.Response.Headers.Allow = call.Options.EnableGetRequests ? "GET, POST" : "POST";
        await ResponseWriter.WriteAsync(call, new Refusal(StatusCodes.Status405MethodNotAllowed, "Requests come by GET or POST.", "HC0009"));
    }

    /// <summary>Answers with the schema's SDL.</summary>
    public async Task HandleSchemaAsync(HttpContext context)
    {
        var options = context.GetEndpoint()?.Metadata.GetMetadata<GraphQLServerOptions>() ?? DefaultOptions;
        if (!options.EnableSchemaRequests || !options.AllowIntrospection(context.User))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var executor = await ExecutorAsync(context);
        context.Response.ContentType = "application/graphql; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(_sdl ??= SchemaPrinter.Print(executor.Schema), context.RequestAborted);
    }

    private async ValueTask<IRequestExecutor> ExecutorAsync(HttpContext context)
    {
        if (_executor is { } known)
        {
            return known;
        }

        var services = context.RequestServices;
        _maxRequestBytes = services.GetServices<RequestSizeLimit>().FirstOrDefault(l => l.Schema == (schemaName ?? ""))?.Bytes ?? int.MaxValue;
        return _executor = await services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync(schemaName, context.RequestAborted);
    }
}
