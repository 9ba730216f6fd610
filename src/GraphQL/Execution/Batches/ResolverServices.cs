using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Execution.Batches;

/// <summary>Services of a resolver, with the request's data loaders among them.</summary>
/// <param name="inner">The resolver's own services.</param>
/// <param name="loaders">The request's data loaders.</param>
internal sealed class ResolverServices(IServiceProvider inner, LoaderSet loaders) : IKeyedServiceProvider
{
    /// <inheritdoc/>
    public object? GetService(Type serviceType) => loaders.TryGet(serviceType, out var service) ? service : inner.GetService(serviceType);

    /// <inheritdoc/>
    public object? GetKeyedService(Type serviceType, object? serviceKey) =>
        (inner as IKeyedServiceProvider)?.GetKeyedService(serviceType, serviceKey);

    /// <inheritdoc/>
    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        inner.GetRequiredKeyedService(serviceType, serviceKey);
}
