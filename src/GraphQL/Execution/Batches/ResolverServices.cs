using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Execution.Batches;

/// <summary>Services of a resolver, with the request's data loaders among them. A scope is opened when something else than a
/// loader is asked for.</summary>
/// <param name="open">Opens the resolver's scope.</param>
/// <param name="loaders">The request's data loaders.</param>
internal sealed class ResolverServices(Func<IServiceProvider> open, LoaderSet loaders) : IKeyedServiceProvider
{
    private IServiceProvider? _inner;

    private IServiceProvider Inner
    {
        get
        {
            if (_inner is null)
            {
                lock (this)
                {
                    _inner ??= open();
                }
            }

            return _inner;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => loaders.TryGet(serviceType, out var service) ? service : Inner.GetService(serviceType);

    /// <inheritdoc/>
    public object? GetKeyedService(Type serviceType, object? serviceKey) =>
        (Inner as IKeyedServiceProvider)?.GetKeyedService(serviceType, serviceKey);

    /// <inheritdoc/>
    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => Inner.GetRequiredKeyedService(serviceType, serviceKey);
}
