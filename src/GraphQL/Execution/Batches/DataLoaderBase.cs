namespace Exams.GraphQL.Execution.Batches;

/// <summary>What all data loaders share: keys are asked for once, answers are kept for the request, and a batch waits until
/// nothing else can go on.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
public abstract class DataLoaderBase<TKey, TValue> : IDataLoader<TKey, TValue> where TKey : notnull
{
    private readonly IBatchScheduler _scheduler;
    private readonly DataLoaderOptions _options;
    private readonly KeyQueue<TKey, TValue> _plain;
    private readonly Dictionary<object, KeyQueue<TKey, TValue>> _states = [];

    /// <summary>A loader for one request.</summary>
    /// <param name="batchScheduler">Decides when batches run.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    protected DataLoaderBase(IBatchScheduler batchScheduler, DataLoaderOptions? options = null)
    {
        (_scheduler, _options) = (batchScheduler, options ?? new DataLoaderOptions());
        _plain = Queue(null);
    }

    /// <inheritdoc/>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default) => _plain.LoadAsync(key, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default) =>
        _plain.LoadAsync(keys, cancellationToken);

    /// <summary>The loader with something that its batches need besides keys, e.g. how to cut pages. Keys that are asked for in equal
    /// states share a batch; keys in different ones never do.</summary>
    /// <param name="state">What batches need; told apart by equality.</param>
    /// <returns>The loader in that state; the same for equal ones.</returns>
    public IDataLoader<TKey, TValue> InState(object state)
    {
        ArgumentNullException.ThrowIfNull(state);
        lock (_states)
        {
            if (!_states.TryGetValue(state, out var queue))
            {
                _states.Add(state, queue = Queue(state));
            }

            return queue;
        }
    }

    /// <summary>Fetches values.</summary>
    /// <param name="keys">Keys, each once.</param>
    /// <param name="state">What the batch needs besides keys; null for nothing.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns>Gives the value of each key.</returns>
    private protected abstract Task<Func<TKey, TValue?>> FetchAsync(
        IReadOnlyList<TKey> keys, object? state, CancellationToken cancellationToken);

    private KeyQueue<TKey, TValue> Queue(object? state) => new(GetType().Name, _scheduler, _options, (keys, aborted) => FetchAsync(keys, state, aborted));
}
