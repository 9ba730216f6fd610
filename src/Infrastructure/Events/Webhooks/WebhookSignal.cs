namespace Exams.Infrastructure.Events.Webhooks;

/// <summary>Wakes whoever sends when there is something to send.</summary>
internal sealed class WebhookSignal : Signal;
