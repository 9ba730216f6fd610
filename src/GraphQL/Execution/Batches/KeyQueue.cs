using Exams.GraphQL.Execution.Completion;
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
    private List<Promise<TKey, TValue>> _open = [];

    /// <inheritdoc/>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        Promise<TKey, TValue>? promise;
        List<Promise<TKey, TValue>>? batch = null;
        lock (_lock)
        {
            if (!_known.TryGetValue(key, out promise))
            {
                _known.Add(key, promise = new Promise<TKey, TValue>(key));
                batch = Enlist(promise);
            }

            Branch.Current?.Ask(promise);
        }

        if (batch is not null)
        {
            Schedule(batch);
        }

        return !cancellationToken.CanBeCanceled || promise.Task.IsCompleted || (scheduler as RequestBatches)?.IsOwn(cancellationToken) == true
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
    private List<Promise<TKey, TValue>>? Enlist(Promise<TKey, TValue> promise)
    {
        if (_open.Count >= options.MaxBatchSize)
        {
            _open = [];
        }

        _open.Add(promise);
        return _open.Count == 1 ? _open : null;
    }

    // Apart, because what a lambda catches is allocated at the start of its method.
    private void Schedule(List<Promise<TKey, TValue>> batch) => scheduler.Schedule(() => DispatchAsync(batch));

    private async ValueTask DispatchAsync(List<Promise<TKey, TValue>> batch)
    {
        var arrived = default(SlotChain);
        lock (_lock)
        {
            if (ReferenceEquals(batch, _open))
            {
                _open = [];
            }
        }

        using var span = EngineDiagnostics.BeginBatch(loader, batch.Count);
        try
        {
            var aborted = (scheduler as RequestBatches)?.Aborted ?? CancellationToken.None;
            var find = await fetch(batch.ConvertAll(p => p.Key), aborted);
            foreach (var promise in batch)
            {
                arrived.Add(promise.Keep(find));
            }
        }
        catch (Exception failed)
        {
            foreach (var promise in batch)
            {
                arrived.Add(promise.Break(failed));
            }
        }

        arrived.Arrive();
    }
}
