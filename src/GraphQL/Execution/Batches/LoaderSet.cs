using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Execution.Batches;

/// <summary>The data loaders of one request: one of each type, made when it is first asked for.</summary>
/// <param name="scope">Opens a scope for a loader, because batches of different loaders run side by side.</param>
/// <param name="batches">The request's batches.</param>
internal sealed class LoaderSet(Func<IServiceProvider> scope, RequestBatches batches)
{
    private readonly Dictionary<Type, object?> _loaders = [];
    private readonly DataLoaderOptions _options = new();

    // A list asks for the same loader at each of its items.
    private Tuple<Type, object?>? _last;

    /// <summary>A loader, or what loaders are made with.</summary>
    /// <param name="type">A type that is asked for.</param>
    /// <param name="service">The loader, the scheduler or the options.</param>
    /// <returns>Whether the type is one of these.</returns>
    public bool TryGet(Type type, out object? service)
    {
        if (_last is { } last && last.Item1 == type)
        {
            service = last.Item2;
            return true;
        }

        service = null;
        if (type == typeof(IBatchScheduler))
        {
            service = batches;
            return true;
        }

        if (type == typeof(DataLoaderOptions))
        {
            service = _options;
            return true;
        }

        lock (_loaders)
        {
            if (!_loaders.TryGetValue(type, out service))
            {
                if (!typeof(IDataLoader).IsAssignableFrom(type) || type.IsAbstract)
                {
                    return false;
                }

                service = ActivatorUtilities.CreateInstance(new ResolverServices(scope, this), type);
                _loaders.Add(type, service);
            }
        }

        _last = Tuple.Create<Type, object?>(type, service);

        return true;
    }
}
