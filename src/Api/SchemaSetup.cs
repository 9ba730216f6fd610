using Exams.Api.Idempotency;
using Exams.GraphQL.Configuration;
using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Http;
using Exams.Infrastructure.Persistence;

namespace Exams.Api;

/// <summary>The engine's set-up. One of the few files that differ per engine (docs/adr/0001).</summary>
internal static class SchemaSetup
{
    // Ten thousand rows, written out.
    private const int MaxRequestBytes = 8_388_608;

    // Whoever fills in a form by program wants to know all that is wrong with it at once.
    private const int MaxVariableErrors = 25;

    /// <summary>Registers every annotated type of this assembly, hardened for strangers.</summary>
    /// <param name="services">The service's parts.</param>
    /// <param name="settings">What each client may spend, and which documents run.</param>
    public static void AddExamsSchema(this IServiceCollection services, Settings settings)
    {
        var schema = services
            .AddSingleton<IGraphQLSessionInterceptor, SocketSessions>()
            .AddSingleton<ICostBudget>(provider => new LeakyBuckets(
                new LeakyBucketOptions { Capacity = settings.CostCapacity, RestoreRate = settings.CostRestore }, provider.GetRequiredService<TimeProvider>()))
            .AddScoped<RateLimits>()
            .AddSingleton<IKeyMask, KeyMask>()
            .AddGraphQLServer()
            .AddTypes(typeof(SchemaSetup).Assembly)
            .AddAuthorization()
            .AddGlobalObjectIdentification()
            .AddFiltering()
            .AddSorting()
            .RegisterDbContextFactory<ExamsDb>()
            .DescribeGenerated()
            .AddFieldDirective(new IdempotentDirective())
            .UseProfile(EngineProfile.Public)
            .ModifyEngine(engine => engine with { MaxVariableErrors = MaxVariableErrors, ClientsTakeTurns = true });
        if (settings.TrustedDocumentsFolder is { } folder)
        {
            schema.AddFileSystemOperationDocumentStorage(folder)
                .ModifyRequestOptions(o => o.PersistedOperations.OnlyAllowPersistedDocuments = settings.OnlyTrustedDocuments);
        }
        else if (settings.OnlyTrustedDocuments)
        {
            throw new InvalidOperationException("EXAMS_TRUSTED_ONLY needs the folder EXAMS_TRUSTED_DOCUMENTS.");
        }

        if (settings.PersistedQueries)
        {
            schema.UseAutomaticPersistedOperationPipeline();
        }
    }

    /// <summary>Serves it at <c>/graphql</c>; introspection and suggestions are for signed-in callers outside Development.</summary>
    public static void MapExamsGraphQL(this WebApplication app)
    {
        var open = app.Environment.IsDevelopment();
        var options = new GraphQLServerOptions
        {
            MaxRequestBytes = MaxRequestBytes,
            AllowIntrospection = user => open || user.Identity is { IsAuthenticated: true },
            AllowSuggestions = user => open || user.Identity is { IsAuthenticated: true },
        };
        app.MapGraphQL("/graphql").WithOptions(options);
        app.MapGraphQLPersistedOperations("/graphql/persisted").WithOptions(options);
    }
}
