#if SAMPLE
using Exams.GraphQL.Configuration;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Http;
using Exams.GraphQL.LibraryHost;
using Microsoft.AspNetCore.Authentication;
using Sample;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
builder.WebHost.UseUrls(builder.Configuration["urls"] ?? "http://127.0.0.1:5091");

var database = Path.Combine(Path.GetTempPath(), $"library-{Environment.ProcessId}.db");
builder.Services.AddPooledDbContextFactory<LibraryContext>(o => o.UseSqlite($"Data Source={database}"));
builder.Services.AddSingleton<LibraryStore>();
builder.Services.AddSingleton<Probe>();
builder.Services.AddSingleton<IProbe>(s => s.GetRequiredService<Probe>());
builder.Services.AddAuthentication("Header").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("Header", null);
builder.Services.AddAuthorization(o => o.AddPolicy("librarian", p => p.RequireRole("librarian")));

builder.Services.AddGraphQLServer()
    .AddLibrary()
    .DisableIntrospection(false)
    .AddMaxAllowedFieldCycleDepthRule()
    .ModifyCostOptions(o => (o.MaxFieldCost, o.MaxTypeCost, o.AssumeLargestPages, o.Report) = (10_000, 10_000, true, CostReport.Package));

// The same types under tight limits.
builder.Services.AddGraphQLServer("strict")
    .AddLibrary()
    .DisableIntrospection()
    .AddMaxExecutionDepthRule(4)
    .ModifyCostOptions(o => (o.MaxFieldCost, o.MaxTypeCost, o.AssumeLargestPages, o.Report) = (60, 40, true, CostReport.Package));

var app = builder.Build();
var probe = app.Services.GetRequiredService<Probe>();
probe.Reset();
app.UseAuthentication();
app.UseAuthorization();
app.UseWebSockets();
app.Use((context, next) =>
{
    probe.Clear();
    context.Response.OnStarting(() =>
    {
        if (probe.Seen() is { Length: > 0 } seen)
        {
            context.Response.Headers["X-Batches"] = seen;
        }

        // The package does not say which method is allowed; the engine does, as RFC 9110 (15.5.6) asks.
        if (context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            context.Response.Headers.Remove("Allow");
        }

        return Task.CompletedTask;
    });
    return next(context);
});
var options = new GraphQLServerOptions { ResponseStyle = ResponseStyle.HotChocolate };
app.MapGraphQL("/graphql").WithOptions(options);
app.MapGraphQL("/batch").WithOptions(options with { EnableBatching = true });
app.MapGraphQL("/strict", schemaName: "strict").WithOptions(options);
app.MapPost("/reset", () =>
{
    probe.Reset();
    return "ok";
});
app.MapGet("/alive", () => "ok");
await app.RunAsync();
File.Delete(database);
#else
Console.Error.WriteLine("The sample is not here: ../shared/hotchocolate/library/Types.cs, beside the repository.");
return 1;
#endif
