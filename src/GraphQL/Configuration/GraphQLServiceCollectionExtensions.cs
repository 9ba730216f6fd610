using Exams.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Exams.GraphQL.Configuration;

/// <summary>Registers schemas.</summary>
public static class GraphQLServiceCollectionExtensions
{
    /// <summary>Begins to set up a schema. The profile is <see cref="EngineProfile.Public"/> unless said otherwise.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="schemaName">The schema's name; null for the one without a name. Naming one twice continues it.</param>
    /// <returns>The schema's builder.</returns>
    public static IRequestExecutorBuilder AddGraphQLServer(this IServiceCollection services, string? schemaName = null)
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
        services.AddSingleton(builder);
        services.AddSingleton(builder.Setup);
        return builder;
    }
}
