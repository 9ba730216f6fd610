using System.Collections.Concurrent;
using System.Net;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Documents;
using Exams.GraphQL.Http;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Types.Sdl;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Exams.GraphQL.Fuzz.Worlds;

/// <summary>A small schema behind a real server on a free port of this machine, which remembers what it logged as an error.</summary>
internal sealed class LoopbackServer : IAsyncDisposable, IRequestExecutorResolver, ILoggerProvider
{
    private const string Sdl = """
        input Where { text: String or: [Where!] }
        type Query {
          hello(name: String = "you"): String later(ms: Int): Int list(n: [Int!]): [Int] self: Query feed(n: Int): [Int] fail: Int must: Int!
          page(first: Int): [Query] found(where: Where): [Query!]
        }
        type Mutation { bump(by: Int = 1): Int }
        type Subscription { ticks(n: Int = 2): Int }
        """;

    private readonly WebApplication _app;
    private readonly DocumentsExecutor _executor;
    private readonly ConcurrentQueue<string> _errors = new();

    public LoopbackServer()
    {
        var schema = SchemaBuilder.FromSdl(Sdl, new SdlOptions { Resolver = (_, field) => Resolver(field.Name), IncrementalDelivery = true });
        schema.SubscriptionType!.Fields["ticks"].Subscribe = context => new(TicksAsync(context.ArgumentValue<int?>("n") ?? 0));
        _executor = new DocumentsExecutor(
            Engine.Create(schema, EngineOptions.Public with { MaxCachedDocuments = 200, MaxFieldCost = 25, MaxTypeCost = 5, CostReport = CostReport.Package }),
            new DocumentPolicy(Persisted: new PersistedQueries(maxCount: 12, maxBytes: 2_000)));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(this);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<IRequestExecutorResolver>(this);
        _app = builder.Build();
        _app.UseWebSockets();
        _app.MapGraphQL().WithOptions(new GraphQLServerOptions
        {
            MaxRequestBytes = 100_000,
            EnableBatching = true,
            MaxBatchSize = 5,
            // The fuzzer's sockets all come from one address, and some linger until the server has seen them go.
            Sockets = new GraphQLSocketOptions { ConnectionInitializationTimeout = TimeSpan.FromSeconds(2), MaxSocketsPerPrincipal = 1_000, MaxMessageBytes = 20_000 },
        });
        _app.StartAsync().GetAwaiter().GetResult();
        Address = IPEndPoint.Parse(new Uri(_app.Urls.First()).Authority);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <summary>What it logged as an error since it was last asked; null for nothing.</summary>
    public string? NextError() => _errors.TryDequeue(out var error) ? error : null;

    public ValueTask<IRequestExecutor> GetRequestExecutorAsync(string? schemaName = null, CancellationToken cancellationToken = default) => new(_executor);

    public ILogger CreateLogger(string categoryName) => new ErrorLog(_errors);

    public void Dispose()
    {
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private static FieldResolver Resolver(string field) => field switch
    {
        "hello" => new MethodResolver(context => "hi " + context.ArgumentValue<string?>("name")),
        "list" => new MethodResolver(context => context.Argument(0).Value),
        "bump" => new MethodResolver(context => context.ArgumentValue<int?>("by")),
        "self" => new MethodResolver(_ => new object()),
        "feed" => new TaskResolver(context => ResolverRuntime.OfStream(TicksAsync(context.ArgumentValue<int?>("n") ?? 0), context)),
        "fail" => new MethodResolver(_ => throw new GraphQLException("no")),
        "must" => new MethodResolver(_ => null),
        "page" or "found" => new MethodResolver(_ => new[] { new object() }),
        "later" => new TaskResolver(async context =>
        {
            await Task.Delay(context.ArgumentValue<int?>("ms") is > 0 and < 20 and var ms ? ms : 1, context.RequestAborted);
            return 1;
        }),
        _ => new MethodResolver(context => context.EventMessage),
    };

    private static async IAsyncEnumerable<object?> TicksAsync(int count)
    {
        for (var i = 0; i < Math.Min(count, 20); i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private sealed class ErrorLog(ConcurrentQueue<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // What the web server says of trailers that it cannot read, behind a body that was answered without it, is no fault of anybody's here.
            if (IsEnabled(logLevel) && eventId.Name != "RequestBodyDrainBodyReaderInvalidState")
            {
                errors.Enqueue($"{eventId.Name} {exception?.GetType().Name} {exception?.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}");
            }
        }
    }
}
