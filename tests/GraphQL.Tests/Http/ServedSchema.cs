using System.Threading.Channels;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Execution.Documents;
using Exams.GraphQL.Http;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Exams.GraphQL.Tests.Http;

/// <summary>A schema behind a real server on a free port, so that sockets, lengths and slow readers are what they will be.</summary>
internal sealed class ServedSchema : IAsyncDisposable, IRequestExecutorResolver
{
    private const string Sdl = """
        type Query { hello(name: String): String who: String slow: String boom: String must: String! numbers: [Int!] }
        type Mutation { bump: Int scope: Int }
        type Subscription { events: String flood: String broken: String who: String }
        """;

    private readonly WebApplication _app;
    private readonly IRequestExecutor _executor;
    private int _scopes;

    private ServedSchema(GraphQLServerOptions options, Action<IServiceCollection>? services, ICostBudget? budget, DocumentPolicy? documents)
    {
        _executor = new DocumentsExecutor(Engine.Create(Build(), EngineOptions.Public, budget: budget), documents ?? new DocumentPolicy());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IRequestExecutorResolver>(this);
        builder.Services.AddScoped(_ => new ScopeNumber(Interlocked.Increment(ref _scopes)));
        services?.Invoke(builder.Services);
        _app = builder.Build();
        _app.UseWebSockets();
        _app.MapGraphQL().WithOptions(options);
        _app.MapGraphQLPersistedOperations().WithOptions(options);
    }

    /// <summary>How many mutations ran.</summary>
    public int Bumps { get; private set; }

    /// <summary>What the field <c>events</c> sends.</summary>
    public Channel<string> Events { get; } = Channel.CreateUnbounded<string>();

    /// <summary>Done as soon as somebody listens to <c>events</c>.</summary>
    public TaskCompletionSource Listening { get; } = new();

    /// <summary>Done as soon as nobody listens any more, or a slow query was told to stop.</summary>
    public TaskCompletionSource Stopped { get; } = new();

    /// <summary>How many messages <c>flood</c> got rid of.</summary>
    public int Flooded { get; private set; }

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public static async Task<ServedSchema> StartAsync(
        GraphQLServerOptions? options = null,
        Action<IServiceCollection>? services = null,
        ICostBudget? budget = null,
        DocumentPolicy? documents = null)
    {
        var served = new ServedSchema(options ?? new GraphQLServerOptions(), services, budget, documents);
        await served._app.StartAsync();
        served.Address = new Uri(served._app.Urls.First() + "/graphql");
        served.Client = new HttpClient(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = served.Address };
        return served;
    }

    public ValueTask<IRequestExecutor> GetRequestExecutorAsync(string? schemaName = null, CancellationToken cancellationToken = default) =>
        new(_executor);

    public async Task<Answer> PostAsync(string body, string? accept = null, string contentType = "application/json") =>
        await PostAsync(System.Text.Encoding.UTF8.GetBytes(body), accept, contentType);

    public async Task<Answer> PostAsync(byte[] body, string? accept = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(body) };
        if (contentType.Length > 0)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return await SendAsync(request, accept);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request, string? accept = null)
    {
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var response = await Client.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Events.Writer.TryComplete();
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private Schema Build()
    {
        var schema = SchemaBuilder.FromSdl(Sdl, new SdlOptions { IncrementalDelivery = true, Resolver = (type, field) => Resolver(type.Name, field.Name) });
        var fields = schema.SubscriptionType!.Fields;
        fields["events"].Subscribe = context => new(EventsAsync(context.RequestAborted));
        fields["who"].Subscribe = context => new(EventsAsync(context.RequestAborted));
        fields["flood"].Subscribe = context => new(FloodAsync(context.RequestAborted));
        fields["broken"].Subscribe = _ => new(BrokenAsync());
        return schema;
    }

    private FieldResolver Resolver(string type, string field) => (type, field) switch
    {
        (_, "who") => new MethodResolver(context => context.User.Identity?.Name ?? "nobody"),
        ("Subscription", _) => new MethodResolver(context => context.EventMessage),
        (_, "hello") => new MethodResolver(context => "hi " + context.ArgumentValue<string?>("name")),
        (_, "scope") => new MethodResolver(context => context.Services.GetRequiredService<ScopeNumber>().Value),
        (_, "numbers") => new MethodResolver(_ => new[] { 1, 2, 3 }),
        (_, "boom" or "must") => new MethodResolver(_ => throw new InvalidOperationException("boom")),
        (_, "bump") => new MethodResolver(_ => ++Bumps),
        _ => new TaskResolver(SlowAsync),
    };

    private async ValueTask<object?> SlowAsync(IResolverContext context)
    {
        Listening.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return null;
        }
        finally
        {
            Stopped.TrySetResult();
        }
    }

    private async IAsyncEnumerable<object?> EventsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ended)
    {
        Listening.TrySetResult();
        try
        {
            await foreach (var message in Events.Reader.ReadAllAsync(ended))
            {
                yield return message;
            }
        }
        finally
        {
            Stopped.TrySetResult();
        }
    }

    private async IAsyncEnumerable<object?> FloodAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ended)
    {
        var text = new string('x', 100_000);
        try
        {
            while (!ended.IsCancellationRequested)
            {
                await Task.Yield();
                Flooded++;
                yield return text;
            }
        }
        finally
        {
            Stopped.TrySetResult();
        }
    }

    private static async IAsyncEnumerable<object?> BrokenAsync()
    {
        yield return "one";
        await Task.Yield();
        throw new InvalidOperationException("the source broke");
    }
}

/// <summary>An answer, read to its end.</summary>
internal sealed record Answer(int Status, string Text, HttpResponseMessage Response)
{
    public string? MediaType => Response.Content.Headers.ContentType?.MediaType;
}

/// <summary>The number of a scope of services, in the order in which they were asked for it.</summary>
internal sealed record ScopeNumber(int Value);
