using Exams.Api.News;
using Exams.Domain.News;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Webhooks;

/// <summary>An address to which events are delivered.</summary>
public sealed class WebhookType : ObjectType<Webhook>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<Webhook> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(webhook => webhook.Url);
        descriptor.Field(webhook => webhook.Types);
        descriptor.Field(webhook => webhook.Document);
        descriptor.Field(webhook => webhook.State);
        descriptor.Field(webhook => webhook.PauseReason);
        descriptor.Field(webhook => webhook.PausedAt);
        descriptor.Field(webhook => webhook.Failures);
        descriptor.Field(webhook => webhook.FailingSince);
        descriptor.Field(webhook => webhook.RestsUntil);
        descriptor.Field(webhook => webhook.CreatedAt);
    }
}

/// <summary>Further fields of a webhook.</summary>
[Node]
[ExtendObjectType<Webhook>]
public static class WebhookFields
{
    /// <summary>Finds a webhook by its id.</summary>
    [NodeResolver]
    public static Task<Webhook?> GetWebhookByIdAsync(long id, WebhookByIdDataLoader webhooks, CancellationToken ct) => webhooks.LoadAsync(id, ct);

    /// <summary>The log of deliveries, the newest first; kept for thirty days after they ended.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="state">Only those that are so far.</param>
    /// <param name="db">Reads.</param>
    [Authorize(Policy = Permission.WebhooksWrite)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 200)]
    public static IQueryable<WebhookDelivery> GetDeliveries([Parent] Webhook webhook, DeliveryState? state, ExamsDb db)
    {
        var deliveries = db.WebhookDeliveries.Where(delivery => delivery.WebhookRow == webhook.Id);
        return (state is { } one ? deliveries.Where(delivery => delivery.State == one) : deliveries).OrderByDescending(delivery => delivery.Id);
    }
}

/// <summary>One event on its way to one webhook.</summary>
public sealed class WebhookDeliveryType : ObjectType<WebhookDelivery>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<WebhookDelivery> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(delivery => delivery.State);
        descriptor.Field(delivery => delivery.IsTest);
        descriptor.Field(delivery => delivery.CreatedAt);
        descriptor.Field(delivery => delivery.NextAttemptAt);
        descriptor.Field(delivery => delivery.EndedAt);
        descriptor.Field(delivery => delivery.AttemptCount);
    }
}

/// <summary>Further fields of a delivery.</summary>
[Node]
[ExtendObjectType<WebhookDelivery>]
public static class WebhookDeliveryFields
{
    /// <summary>Finds a delivery by its id, which its header Exams-Delivery tells.</summary>
    [NodeResolver]
    public static Task<WebhookDelivery?> GetWebhookDeliveryByIdAsync(long id, DeliveryByIdDataLoader deliveries, CancellationToken ct) => deliveries.LoadAsync(id, ct);

    /// <summary>The event; null when only the address is tried, and when you may not hear of it any more.</summary>
    [Authorize(Policy = Permission.EventsRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<NewsItem?> GetEventAsync([Parent] WebhookDelivery delivery, EventByIdDataLoader events, CancellationToken ct) =>
        delivery.Sequence is { } sequence ? await events.LoadAsync(sequence, ct) : null;

    /// <summary>The delivery that it repeats; null when it repeats none, or its time is over.</summary>
    [Cost(Prices.OfBatch)]
    public static async Task<WebhookDelivery?> GetReplayOfAsync([Parent] WebhookDelivery delivery, DeliveryByIdDataLoader deliveries, CancellationToken ct) =>
        delivery.ReplayOf is { } first ? await deliveries.LoadAsync(first, ct) : null;

    /// <summary>The attempts, the oldest first.</summary>
    [Cost(Prices.OfBatch)]
    public static async Task<IReadOnlyList<DeliveryAttempt>> GetAttemptsAsync([Parent] WebhookDelivery delivery, AttemptsByDeliveryDataLoader attempts, CancellationToken ct) =>
        await attempts.LoadAsync(delivery.Id, ct) ?? [];
}

/// <summary>One attempt to deliver.</summary>
public sealed class DeliveryAttemptType : ObjectType<DeliveryAttempt>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<DeliveryAttempt> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(attempt => attempt.At);
        descriptor.Field(attempt => attempt.DurationMs);
        descriptor.Field(attempt => attempt.StatusCode);
        descriptor.Field(attempt => attempt.Fault);
        descriptor.Field(attempt => attempt.Excerpt);
    }
}

/// <summary>Reading webhooks.</summary>
[QueryType]
public static class WebhookQueries
{
    /// <summary>Your webhooks, the oldest first; for the board those of everybody.</summary>
    [Authorize(Policy = Permission.WebhooksWrite)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 200)]
    public static IQueryable<Webhook> GetWebhooks(ExamsDb db) => db.Webhooks.OrderBy(webhook => webhook.Id);
}
