using Exams.GraphQL.Execution;
using Exams.GraphQL.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Exams.GraphQL.Configuration;

/// <summary>Registers schemas.</summary>
public static class GraphQLServiceCollectionExtensions
{
    /// <summary>Begins to set up a schema. The profile is <see cref="EngineProfile.Public"/> unless said otherwise.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="schemaName">The schema's name; null for the one without a name. Naming one twice continues it.</param>
    /// <param name="maxAllowedRequestSize">Longest request body, in bytes; endpoints may set less, not more.</param>
    /// <param name="disableDefaultSecurity">Whether operations may cost what they like unless the schema says otherwise.</param>
    /// <returns>The schema's builder.</returns>
    public static IRequestExecutorBuilder AddGraphQLServer(
        this IServiceCollection services, string? schemaName = null, int maxAllowedRequestSize = 20_480_000, bool disableDefaultSecurity = false)
    {
        ArgumentNullException.ThrowIfNull(services);
        var name = schemaName ?? "";
        services.AddHttpContextAccessor();
        services.TryAddSingleton<IRequestExecutorResolver, RequestExecutorResolver>();
        services.TryAddSingleton(TimeProvider.System);
        var known = services.Select(s => s.ImplementationInstance).OfType<RequestExecutorBuilder>().FirstOrDefault(b => b.Name == name);
        if (known is not null)
        {
            return known;
        }

        var builder = new RequestExecutorBuilder(name, services);
        builder.Setup.IsUnpriced = disableDefaultSecurity;
        services.AddSingleton(new RequestSizeLimit(name, maxAllowedRequestSize));
        services.AddSingleton(builder);
        services.AddSingleton(builder.Setup);
        return builder;
    }
}
