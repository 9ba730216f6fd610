using Exams.GraphQL.Configuration;
using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Http;

namespace Exams.Api;

/// <summary>The engine's set-up. One of the few files that differ per engine (docs/adr/0001).</summary>
internal static class SchemaSetup
{
    private const int MaxRequestBytes = 2_097_152;

    /// <summary>Registers every annotated type of this assembly, hardened for strangers.</summary>
    /// <param name="services">The service's parts.</param>
    /// <param name="settings">What each client may spend.</param>
    public static void AddExamsSchema(this IServiceCollection services, Settings settings) => services
        .AddSingleton<IGraphQLSessionInterceptor, SocketSessions>()
        .AddGraphQLServer()
        .AddTypes(typeof(SchemaSetup).Assembly)
        .AddAuthorization()
        .AddFiltering()
        .AddSorting()
        .DescribeGenerated()
        .AddCostBudget(new LeakyBucketOptions { Capacity = settings.CostCapacity, RestoreRate = settings.CostRestore })
        .UseProfile(EngineProfile.Public);

    /// <summary>Serves it at <c>/graphql</c>; introspection and suggestions are for signed-in callers outside Development.</summary>
    public static void MapExamsGraphQL(this WebApplication app)
    {
        var open = app.Environment.IsDevelopment();
        app.MapGraphQL("/graphql").WithOptions(new GraphQLServerOptions
        {
            MaxRequestBytes = MaxRequestBytes,
            AllowIntrospection = user => open || user.Identity is { IsAuthenticated: true },
            AllowSuggestions = user => open || user.Identity is { IsAuthenticated: true },
        });
    }
}
