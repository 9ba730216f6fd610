using Exams.Domain.Webhooks;

namespace Exams.Api.Webhooks;

/// <summary>Webhooks by row, one statement for all that are asked for together.</summary>
public sealed class WebhookByIdDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Webhook>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, Webhook>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.Webhooks.Where(one => keys.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
    }
}

/// <summary>Deliveries by row, one statement for all that are asked for together.</summary>
public sealed class DeliveryByIdDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, WebhookDelivery>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, WebhookDelivery>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.WebhookDeliveries.Where(one => keys.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
    }
}

/// <summary>The attempts of deliveries, one statement for all that are asked for together.</summary>
public sealed class AttemptsByDeliveryDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, DeliveryAttempt>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<ILookup<long, DeliveryAttempt>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        var attempts = await db.DeliveryAttempts.Where(one => keys.Contains(one.DeliveryRow)).OrderBy(one => one.Id).ToListAsync(cancellationToken);
        return attempts.ToLookup(one => one.DeliveryRow);
    }
}
