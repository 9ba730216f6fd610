namespace Exams.GraphQL.Execution.Batches;

/// <summary>Any data loader; there is one of each kind for a request.</summary>
public interface IDataLoader;

/// <summary>Loads values by key, many at a time: what the resolvers of one level ask for becomes one batch.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
public interface IDataLoader<in TKey, TValue> : IDataLoader where TKey : notnull
{
    /// <summary>The value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Gives up waiting; the batch itself ends with the request.</param>
    /// <returns>The value; the default when there is none.</returns>
    Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>The values of several keys.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="cancellationToken">Gives up waiting; the batch itself ends with the request.</param>
    /// <returns>The values in the order of the keys; the default where there is none.</returns>
    Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);
}

/// <summary>Shorthands for data loaders.</summary>
public static class DataLoaderExtensions
{
    /// <summary>The value of a key that must have one.</summary>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TValue">The value.</typeparam>
    /// <param name="dataLoader">The loader.</param>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static async Task<TValue> LoadRequiredAsync<TKey, TValue>(
        this IDataLoader<TKey, TValue> dataLoader, TKey key, CancellationToken cancellationToken = default)
        where TKey : notnull
        where TValue : notnull
    {
        ArgumentNullException.ThrowIfNull(dataLoader);
        return await dataLoader.LoadAsync(key, cancellationToken) is { } value
            ? value
            : throw new KeyNotFoundException($"{dataLoader.GetType().Name} has no value for the key {key}.");
    }
}
