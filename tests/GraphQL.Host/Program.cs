using Exams.GraphQL.Execution;
using Exams.GraphQL.Host;
using Exams.GraphQL.Http;

if (args is ["bare", var folder, .. var rest])
{
    BareServer.Run(folder, rest);
    return;
}

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Error);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<IRequestExecutorResolver, HostExecutors>();
builder.Services.AddSingleton<DiffEndpoint>();

var app = builder.Build();
app.UseWebSockets();
app.Use(BearerHost.RecogniseAsync);
app.MapGraphQL("/graphql").WithOptions(new GraphQLServerOptions
{
    AllowIntrospection = BearerHost.IsSignedIn,
    AllowSuggestions = BearerHost.IsSignedIn,
    Sockets = new GraphQLSocketOptions { ConnectionInitializationTimeout = TimeSpan.FromSeconds(1) },
});
app.MapPost("/diff", (HttpContext context, DiffEndpoint diff) => diff.HandleAsync(context));
app.MapGet("/counters", (IRequestExecutorResolver executors) => Counters.ReadAsync(executors));
app.Run();
