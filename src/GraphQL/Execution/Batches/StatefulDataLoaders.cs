namespace Exams.GraphQL.Execution.Batches;

/// <summary>What a batch needs besides keys.</summary>
/// <typeparam name="TValue">The loader's value.</typeparam>
/// <param name="state">What it was given; null for nothing.</param>
public sealed class DataLoaderFetchContext<TValue>(object? state)
{
    /// <summary>What the batch was given.</summary>
    /// <typeparam name="TState">Its type.</typeparam>
    /// <returns>It; the default when the batch was given nothing, or something else.</returns>
    public TState? GetState<TState>() => state is TState given ? given : default;

    /// <summary>What the batch must have been given.</summary>
    /// <typeparam name="TState">Its type.</typeparam>
    /// <returns>It.</returns>
    /// <exception cref="InvalidOperationException">The loader was asked without it.</exception>
    public TState GetRequiredState<TState>() => state is TState given
        ? given
        : throw new InvalidOperationException($"The loader was asked without its {typeof(TState).Name}.");
}

/// <summary>Loads one value for each key, in a way that depends on more than the keys: a page of each key's list, for example.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
public abstract class StatefulBatchDataLoader<TKey, TValue> : DataLoaderBase<TKey, TValue> where TKey : notnull
{
    /// <summary>A loader for one request.</summary>
    /// <param name="batchScheduler">Decides when batches run.</param>
    /// <param name="options">How it works.</param>
    protected StatefulBatchDataLoader(IBatchScheduler batchScheduler, DataLoaderOptions options) : base(batchScheduler, options)
    {
    }

    /// <summary>Fetches values.</summary>
    /// <param name="keys">Keys, each once.</param>
    /// <param name="context">What the batch needs besides keys.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns>Values by key; keys without a value are left out.</returns>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
        IReadOnlyList<TKey> keys, DataLoaderFetchContext<TValue> context, CancellationToken cancellationToken);

    private protected sealed override async Task<Func<TKey, TValue?>> FetchAsync(
        IReadOnlyList<TKey> keys, object? state, CancellationToken cancellationToken)
    {
        var values = await LoadBatchAsync(keys, new DataLoaderFetchContext<TValue>(state), cancellationToken);
        return key => values.TryGetValue(key, out var value) ? value : default;
    }
}
