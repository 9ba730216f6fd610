using Exams.GraphQL.Execution.Diagnostics;

namespace Exams.GraphQL.Execution.Batches;

/// <summary>Keys of one data loader in one state: each is asked for once, answers are kept for the request, and a batch waits until
/// nothing else can go on.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
/// <param name="loader">The loader's name, for diagnostics.</param>
/// <param name="scheduler">Decides when batches run.</param>
/// <param name="options">How large they are.</param>
/// <param name="fetch">Fetches the values of a batch.</param>
internal sealed class KeyQueue<TKey, TValue>(
    string loader, IBatchScheduler scheduler, DataLoaderOptions options, Func<IReadOnlyList<TKey>, CancellationToken, Task<Func<TKey, TValue?>>> fetch)
    : IDataLoader<TKey, TValue> where TKey : notnull
{
    private readonly Dictionary<TKey, Promise<TKey, TValue>> _known = [];
    private readonly Lock _lock = new();
    private readonly RequestBatches? _batches = scheduler as RequestBatches;
    private Batch<TKey, TValue> _open = new();

    /// <inheritdoc/>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        Promise<TKey, TValue>? promise;
        Batch<TKey, TValue>? batch = null;
        lock (_lock)
        {
            if (!_known.TryGetValue(key, out promise))
            {
                _known.Add(key, promise = new Promise<TKey, TValue>(key, _batches));
                batch = Enlist(promise);
            }

            Branch.Current?.Ask(promise);
        }

        if (batch is not null)
        {
            Schedule(batch);
        }

        return !cancellationToken.CanBeCanceled || promise.Task.IsCompleted || _batches?.IsOwn(cancellationToken) == true
            ? promise.Task
            : promise.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return await Task.WhenAll(keys.Select(key => LoadAsync(key, cancellationToken)));
    }

    // Gives back the batch when it is a new one, which is yet to be scheduled.
    private Batch<TKey, TValue>? Enlist(Promise<TKey, TValue> promise)
    {
        if (_open.Promises.Count >= options.MaxBatchSize)
        {
            _open = new Batch<TKey, TValue>();
        }

        _open.Promises.Add(promise);
        return _open.Promises.Count == 1 ? _open : null;
    }

    // Apart, because what a lambda catches is allocated at the start of its method.
    private void Schedule(Batch<TKey, TValue> batch) => scheduler.Schedule(() => DispatchAsync(batch));

    private async ValueTask DispatchAsync(Batch<TKey, TValue> batch)
    {
        lock (_lock)
        {
            if (ReferenceEquals(batch, _open))
            {
                _open = new Batch<TKey, TValue>();
            }
        }

        using var span = EngineDiagnostics.BeginBatch(loader, batch.Promises.Count);
        try
        {
            var find = await fetch(batch.Promises.ConvertAll(p => p.Key), _batches?.Aborted ?? CancellationToken.None);
            batch.Promises.ForEach(promise => promise.Keep(find));
        }
        catch (Exception failed)
        {
            batch.Promises.ForEach(promise => promise.Break(failed));
        }

        _batches?.Bring(batch);
    }
}
