using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Exams.GraphQL.Http;

/// <summary>Puts a schema at an address.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>Serves a schema by GET, POST, event stream and socket, and its SDL at <c>…/schema.graphql</c>.
    /// Sockets need <c>app.UseWebSockets()</c> before it.</summary>
    /// <param name="endpointRouteBuilder">The application.</param>
    /// <param name="path">The address.</param>
    /// <param name="schemaName">The name the schema was registered under; null for the one without a name.</param>
    /// <returns>The endpoints, to which options and conventions can be added.</returns>
    public static GraphQLEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpointRouteBuilder,
        string path = "/graphql",
        string? schemaName = null)
    {
        var endpoint = new GraphQLEndpoint(schemaName);
        return new GraphQLEndpointConventionBuilder(
        [
            endpointRouteBuilder.Map(path, endpoint.HandleAsync).WithDisplayName($"GraphQL {path}"),
            endpointRouteBuilder.MapGet(path.TrimEnd('/') + "/schema.graphql", endpoint.HandleSchemaAsync).WithDisplayName($"GraphQL schema {path}"),
        ]);
    }

    /// <summary>Serves documents that the server knows, by addresses: <c>…/{id}</c> and <c>…/{id}/{operationName}</c>. Variables and
    /// extensions come in the query string of a GET or in the JSON body of a POST.</summary>
    /// <param name="endpointRouteBuilder">The application.</param>
    /// <param name="path">The address before the id.</param>
    /// <param name="schemaName">The name the schema was registered under; null for the one without a name.</param>
    /// <param name="requireOperationName">Whether the address always has to name the operation, too.</param>
    /// <returns>The endpoints, to which options and conventions can be added.</returns>
    public static GraphQLEndpointConventionBuilder MapGraphQLPersistedOperations(
        this IEndpointRouteBuilder endpointRouteBuilder,
        string path = "/graphql/persisted",
        string? schemaName = null,
        bool requireOperationName = false)
    {
        var endpoint = new GraphQLEndpoint(schemaName);
        var pattern = path.TrimEnd('/') + (requireOperationName ? "/{id}/{operationName}" : "/{id}/{operationName?}");
        return new GraphQLEndpointConventionBuilder(
            [endpointRouteBuilder.Map(pattern, endpoint.HandleNamedAsync).WithDisplayName($"GraphQL documents {path}")]);
    }

    /// <summary>Sets what the endpoints offer.</summary>
    /// <param name="builder">The endpoints.</param>
    /// <param name="serverOptions">The options; they replace earlier ones.</param>
    /// <returns>The endpoints.</returns>
    public static GraphQLEndpointConventionBuilder WithOptions(this GraphQLEndpointConventionBuilder builder, GraphQLServerOptions serverOptions)
    {
        builder.Add(endpoint => endpoint.Metadata.Add(serverOptions));
        return builder;
    }
}

/// <summary>The endpoints of one schema: conventions apply to all of them.</summary>
/// <param name="endpoints">The endpoints.</param>
public sealed class GraphQLEndpointConventionBuilder(IReadOnlyList<IEndpointConventionBuilder> endpoints) : IEndpointConventionBuilder
{
    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention)
    {
        foreach (var endpoint in endpoints)
        {
            endpoint.Add(convention);
        }
    }

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention)
    {
        foreach (var endpoint in endpoints)
        {
            endpoint.Finally(finallyConvention);
        }
    }
}
